// A photo for the wall: chosen or taken, made smaller, described in words.
import { useEffect, useId, useRef, useState, type ChangeEvent } from "react";
import { useRoom } from "./context.tsx";
import { Dialog } from "./dialog.tsx";
import { Tick, WordsField } from "./fields.tsx";
import { drawnAnew, LONG_SIDE, LONG_SIDE_UNDER, opened, Refused, type Refusal } from "./photo_file.ts";

export function PhotoPanel() {
  const { wall, leave } = useRoom();
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [why, setWhy] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const latest = useRef(0);
  useEffect(() => () => picture?.close(), [picture]);
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    const turn = (latest.current += 1);
    setBusy(true);
    setWhy(null);
    const come = await opened(file).catch((error: unknown) => {
      if (latest.current === turn) setWhy(error instanceof Refused ? error.why : "photo.no_picture");
      return null;
    });
    if (latest.current !== turn) return come?.close();
    setBusy(false);
    if (come !== null) setPicture(come);
  };
  return (
    <Dialog title={wall.t("photo.title")} onClose={leave}>
      <div className="pp-row">
        <FileButton words={wall.t("photo.choose")} onTake={take} first />
        <FileButton words={wall.t("photo.take")} onTake={take} camera />
      </div>
      <p className="pp-hint">{wall.t("photo.place_data")}</p>
      {busy ? <p role="status">{wall.t("photo.opening")}</p> : null}
      {why ? (
        <p className="pp-alert" role="alert">
          {wall.t(why)}
        </p>
      ) : null}
      {picture ? <Described picture={picture} onFail={setWhy} /> : null}
    </Dialog>
  );
}

function Described({ picture, onFail }: { picture: ImageBitmap; onFail(why: Refusal): void }) {
  const { wall, tell, leave } = useRoom();
  const [words, setWords] = useState("");
  const [under, setUnder] = useState(false);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const put = async () => {
    if (words.trim() === "" && !asked) {
      setAsked(true);
      field.current?.focus();
      return;
    }
    setBusy(true);
    try {
      const made = drawnAnew(picture, under ? LONG_SIDE_UNDER : LONG_SIDE);
      await wall.addImage({ ...made, words: words.trim(), under });
      tell(wall.t("photo.told"));
      leave();
    } catch (error) {
      setBusy(false);
      onFail(error instanceof Refused ? error.why : "photo.failed");
    }
  };
  return (
    <>
      <Preview picture={picture} />
      <WordsField
        label={wall.t("photo.words")}
        hint={wall.t("photo.why_words")}
        value={words}
        rows={2}
        field={field}
        onType={setWords}
      />
      {asked && words.trim() === "" ? (
        <p className="pp-alert" role="alert">
          {wall.t("photo.no_words")}
        </p>
      ) : null}
      <Tick label={wall.t("photo.under")} value={under} onTick={setUnder} />
      <div className="pp-row pp-end">
        <button type="button" className="pp-button pp-main" disabled={busy} onClick={() => void put()}>
          {wall.t(asked && words.trim() === "" ? "photo.put_without" : "photo.put")}
        </button>
      </div>
    </>
  );
}

function Preview({ picture }: { picture: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { wall } = useRoom();
  useEffect(() => {
    const sheet = canvas.current;
    if (!sheet) return;
    const scale = Math.min(1, 800 / Math.max(picture.width, picture.height));
    sheet.width = Math.max(1, picture.width * scale);
    sheet.height = Math.max(1, picture.height * scale);
    sheet.getContext("2d")?.drawImage(picture, 0, 0, sheet.width, sheet.height);
  }, [picture]);
  return <canvas ref={canvas} className="pp-preview" role="img" aria-label={wall.t("photo.preview")} />;
}

interface FileChoice {
  words: string;
  camera?: boolean;
  first?: boolean;
  onTake(event: ChangeEvent<HTMLInputElement>): Promise<void>;
}

function FileButton({ words, camera = false, first = false, onTake }: FileChoice) {
  const id = useId();
  return (
    <div className="pp-file">
      <input
        id={id}
        type="file"
        accept="image/*"
        capture={camera ? "environment" : undefined}
        data-first={first ? "" : undefined}
        onChange={(event) => void onTake(event)}
      />
      <label htmlFor={id} className="pp-button">
        {words}
      </label>
    </div>
  );
}
