// Adds a photo to the wall: chosen or taken, scaled down, described in words.
import { useEffect, useId, useRef, useState, type ChangeEvent } from "react";
import type { Panel } from "../wall.ts";
import { usePanel } from "./context.tsx";
import { Dialog } from "./dialog.tsx";
import { Checkbox, TextField } from "./fields.tsx";
import { MAX_SIDE, MAX_SIDE_BENEATH, openPhoto, PhotoRefused, toJpeg, type Refusal } from "./photo_file.ts";

/** A picture that is chosen already, and where it was dropped. */
type PhotoArrival = Extract<Panel, { photo: File }>;

export function PhotoPanel({ arrival }: { arrival?: PhotoArrival }) {
  const { wall, close } = usePanel();
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const latest = useRef(0);
  useEffect(() => () => picture?.close(), [picture]);
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (file) await openFile(file);
  };
  const openFile = async (file: File) => {
    const attempt = (latest.current += 1);
    setBusy(true);
    setRefusal(null);
    const bitmap = await openPhoto(file).catch((error: unknown) => {
      if (latest.current === attempt) setRefusal(error instanceof PhotoRefused ? error.reason : "photo.no_picture");
      return null;
    });
    if (latest.current !== attempt) return bitmap?.close();
    setBusy(false);
    if (bitmap !== null) setPicture(bitmap);
  };
  const arrived = arrival?.photo;
  useEffect(() => {
    if (arrived) void openFile(arrived);
    // Another picture that arrives while this one is shown takes its place.
  }, [arrived]);
  return (
    <Dialog title={wall.t("photo.title")} onClose={close}>
      <div className="pp-row">
        <FileButton words={wall.t("photo.choose")} onChoose={choose} initialFocus />
        <FileButton words={wall.t("photo.take")} onChoose={choose} camera />
      </div>
      <p className="pp-hint">{wall.t("photo.place_data")}</p>
      {busy ? <p role="status">{wall.t("photo.opening")}</p> : null}
      {refusal ? (
        <p className="pp-alert" role="alert">
          {wall.t(refusal)}
        </p>
      ) : null}
      {picture ? <PhotoForm picture={picture} at={arrival?.at} onFail={setRefusal} /> : null}
    </Dialog>
  );
}

interface PhotoFormProps {
  picture: ImageBitmap;
  at: PhotoArrival["at"];
  onFail(refusal: Refusal): void;
}

function PhotoForm({ picture, at, onFail }: PhotoFormProps) {
  const { wall, announce, close } = usePanel();
  const [words, setWords] = useState("");
  const [under, setUnder] = useState(false);
  const [askedForWords, setAskedForWords] = useState(false);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const add = async () => {
    if (words.trim() === "" && !askedForWords) {
      setAskedForWords(true);
      field.current?.focus();
      return;
    }
    setBusy(true);
    try {
      const jpeg = toJpeg(picture, under ? MAX_SIDE_BENEATH : MAX_SIDE);
      await wall.addImage({ ...jpeg, words: words.trim(), under, ...(at && !under && { at }) });
      announce(wall.t("photo.told"));
      close();
    } catch (error) {
      setBusy(false);
      onFail(error instanceof PhotoRefused ? error.reason : "photo.failed");
    }
  };
  return (
    <>
      <Preview picture={picture} />
      <TextField
        label={wall.t("photo.words")}
        hint={wall.t("photo.why_words")}
        value={words}
        rows={2}
        fieldRef={field}
        onChange={setWords}
      />
      {askedForWords && words.trim() === "" ? (
        <p className="pp-alert" role="alert">
          {wall.t("photo.no_words")}
        </p>
      ) : null}
      <Checkbox label={wall.t("photo.under")} value={under} onChange={setUnder} />
      <div className="pp-row pp-end">
        <button type="button" className="pp-button pp-main" disabled={busy} onClick={() => void add()}>
          {wall.t(askedForWords && words.trim() === "" ? "photo.put_without" : "photo.put")}
        </button>
      </div>
    </>
  );
}

function Preview({ picture }: { picture: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { wall } = usePanel();
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const scale = Math.min(1, 800 / Math.max(picture.width, picture.height));
    element.width = Math.max(1, picture.width * scale);
    element.height = Math.max(1, picture.height * scale);
    element.getContext("2d")?.drawImage(picture, 0, 0, element.width, element.height);
  }, [picture]);
  return <canvas ref={canvas} className="pp-preview" role="img" aria-label={wall.t("photo.preview")} />;
}

interface FileButtonProps {
  words: string;
  camera?: boolean;
  initialFocus?: boolean;
  onChoose(event: ChangeEvent<HTMLInputElement>): Promise<void>;
}

function FileButton({ words, camera = false, initialFocus = false, onChoose }: FileButtonProps) {
  const id = useId();
  return (
    <div className="pp-file">
      <input
        id={id}
        type="file"
        accept="image/*"
        capture={camera ? "environment" : undefined}
        data-first={initialFocus ? "" : undefined}
        onChange={(event) => void onChoose(event)}
      />
      <label htmlFor={id} className="pp-button">
        {words}
      </label>
    </div>
  );
}
