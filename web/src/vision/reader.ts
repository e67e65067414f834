import { cropInto, makeCrop, wholePicture, type Picture } from './crop'
import {
  anchorCentres,
  decodeFaces,
  FULL_RANGE,
  regionOfDetection,
  SHORT_RANGE,
  type Detection,
  type Detections,
  type DetectorLayout,
} from './detection'
import type { FaceLight, Reading } from './contracts'
import { readEyes, readMouth } from './eyes'
import { mean, overlap, sigmoid, type Box, type Region } from './geometry'
import {
  decodeLandmarks,
  FACE_FLAG,
  MESH_SIZE,
  regionOfLandmarks,
  type Landmarks,
  type RefinedPoints,
} from './landmarks'
import { lightAround, lightOfFace } from './light'
import { headPose, type CanonicalFace } from './pose'

export interface Model {
  run(input: Float32Array): Promise<Record<string, Float32Array>>
}

export interface FaceModels {
  shortRange: Model
  fullRange: Model
  mesh: Model
  refined: RefinedPoints
  canonical: CanonicalFace
}

/** What one picture says; the caller adds when it was taken and what it cost. */
export type Seen = Omit<Reading, 'atMs' | 'costMs'>

interface Face {
  landmarks: Landmarks
  score: number
  light: Omit<FaceLight, 'around'>
}

interface Others {
  count: number
  /** The weakest of them. */
  score: number
}

/** A face counts when the landmark model says so with more than this. */
const IS_FACE = 0.5
/** How often the picture is searched for further people; at once again when the number has changed. */
const COUNT_EVERY_MS = 500
/** A further detection that covers the tracked face this much is the tracked face. */
const SAME_PERSON = 0.2

/** Follows the face at the camera from frame to frame and counts the people around it. */
export class FaceReader {
  private readonly shortRange: Detector
  private readonly fullRange: Detector
  private readonly meshCrop = makeCrop(MESH_SIZE, 0)
  private region: Region | undefined
  private others: Others = { count: 0, score: 1 }
  private countedAtMs = -Infinity
  private recount = false

  constructor(private readonly models: FaceModels) {
    this.shortRange = new Detector(SHORT_RANGE, models.shortRange)
    this.fullRange = new Detector(FULL_RANGE, models.fullRange)
  }

  async read(picture: Picture, nowMs: number): Promise<Seen> {
    const counted = this.recount || nowMs - this.countedAtMs >= COUNT_EVERY_MS
    const everyone = counted ? (await this.fullRange.detect(picture)).found : []
    const { face, missed } = await this.follow(picture, everyone)
    if (counted) await this.count(picture, everyone, face, nowMs)
    this.region = face && regionOfLandmarks(face.landmarks)
    const { width, height } = picture
    const faces = (face ? 1 : 0) + this.others.count
    const { light, around } = lightAround(picture, face?.landmarks.box())
    const seen = { faces, counted, width, height, light }
    if (!face) return { ...seen, missed }
    const others = this.others.count ? { othersScore: this.others.score } : {}
    return { ...seen, ...others, face: this.measure(face, picture, around) }
  }

  /** Forgets the face of another camera. */
  reset(): void {
    this.region = undefined
    this.others = { count: 0, score: 1 }
    this.countedAtMs = -Infinity
  }

  private async follow(
    picture: Picture,
    everyone: readonly Detection[],
  ): Promise<{ face?: Face; missed: number }> {
    if (this.region) {
      const face = await this.faceIn(picture, this.region)
      if (face) return { face, missed: 0 }
    }
    const near = await this.shortRange.detect(picture)
    let missed = near.best
    for (const detection of [...near.found, ...everyone]) {
      const face = await this.faceIn(picture, regionOfDetection(detection))
      if (face) return { face, missed: 0 }
      missed = Math.min(missed, IS_FACE)
    }
    return { missed }
  }

  private async count(
    picture: Picture,
    everyone: readonly Detection[],
    tracked: Face | undefined,
    nowMs: number,
  ): Promise<void> {
    const known: Box[] = tracked ? [tracked.landmarks.box()] : []
    let weakest = 1
    for (const detection of everyone) {
      if (known.some((box) => overlap(box, detection.box) > SAME_PERSON)) continue
      const face = await this.faceIn(picture, regionOfDetection(detection))
      if (!face || known.some((box) => overlap(box, face.landmarks.box()) > SAME_PERSON)) continue
      known.push(face.landmarks.box())
      weakest = Math.min(weakest, face.score)
    }
    const count = known.length - (tracked ? 1 : 0)
    this.recount = count !== this.others.count
    this.others = { count, score: weakest }
    this.countedAtMs = nowMs
  }

  private async faceIn(picture: Picture, region: Region): Promise<Face | undefined> {
    const toPicture = cropInto(this.meshCrop, picture, region)
    const outputs = await this.models.mesh.run(this.meshCrop.pixels)
    const score = sigmoid(outputs[FACE_FLAG]?.[0] ?? -Infinity)
    if (score <= IS_FACE) return undefined
    const landmarks = decodeLandmarks(outputs, this.models.refined, toPicture)
    return { score, landmarks, light: lightOfFace(this.meshCrop) }
  }

  private measure(
    { landmarks, score, light }: Face,
    picture: Picture,
    around: number,
  ): NonNullable<Reading['face']> {
    const { each, at, irisWidth } = readEyes(landmarks, picture)
    return {
      score,
      box: landmarks.box(),
      ...headPose(landmarks, this.models.canonical),
      irisX: mean(each.map(({ irisX }) => irisX)),
      irisY: mean(each.map(({ irisY }) => irisY)),
      eyesOpen: mean(each.map(({ open }) => open)),
      eyes: each,
      at,
      irisWidth,
      mouthOpen: readMouth(landmarks),
      light: { ...light, around },
    }
  }
}

class Detector {
  private readonly anchors
  private readonly crop

  constructor(
    private readonly layout: DetectorLayout,
    private readonly model: Model,
  ) {
    this.anchors = anchorCentres(layout)
    this.crop = makeCrop(layout.size, -1)
  }

  async detect(picture: Picture): Promise<Detections> {
    cropInto(this.crop, picture, wholePicture(picture))
    const outputs = await this.model.run(this.crop.pixels)
    const boxes = outputs[this.layout.boxes]
    const scores = outputs[this.layout.scores]
    if (!boxes || !scores) throw new Error('The detector does not answer with boxes and scores.')
    return decodeFaces(this.layout, this.anchors, boxes, scores, picture)
  }
}
