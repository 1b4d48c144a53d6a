/**
 * JSON.parse, with ids that a JavaScript number cannot hold kept as text: `parseJson('{"id": 12345678901234567890}')` → `{ id: "12345678901234567890" }`.
 * Inside a JSON text every quote is escaped, so that `"id":` is always a field's name.
 */
export function parseJson(json: string): unknown {
  return JSON.parse(json.includes('"id"') ? json.replaceAll(/("id"\s*:\s*)(-?\d{16,})(?=\s*[,}\]])/g, '$1"$2"') : json);
}
