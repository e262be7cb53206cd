/** The components of Discord that are drawn here, as it wants them. */

export type Text = { type: 10; id?: number; content: string }

export type ButtonPiece = { type: 2; style: 1 | 2 | 4; label: string; custom_id: string; disabled?: boolean }

export type Row = { type: 1; id?: number; components: ButtonPiece[] }

export type Gallery = { type: 12; id?: number; items: { media: { url: string }; description: string }[] }

export type FilePiece = { type: 13; id?: number; file: { url: string } }

export type Line = { type: 14; id?: number; divider: boolean; spacing: 1 | 2 }

export type Piece = Text | Row | Gallery | FilePiece | Line

/** A frame around pieces. */
export type Frame = { type: 17; id?: number; accent_color?: number; components: Piece[] }

export type Component = Piece | Frame
