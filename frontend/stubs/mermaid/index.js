export const parseMermaidToExcalidraw = () => Promise.reject(new Error("no diagrams here"));
