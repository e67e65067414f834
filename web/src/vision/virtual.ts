/**
 * Programs that make pictures, by what they call themselves as a camera. What they show need not be a camera's
 * picture of now. A telephone that serves as the camera (DroidCam, Iriun, EpocCam, Camo) shows a real one, but the
 * same programs play files as well, so they count too. No list is complete: a program can take any name.
 */
const NAMES = [
  /\bobs\b|obs-camera/i,
  /\bvirtual\b/i,
  /manycam/i,
  /snap camera/i,
  /xsplit/i,
  /\bmmhmm\b/i,
  /splitcam/i,
  /youcam/i,
  /e2esoft|\bvcam\b/i,
  /nvidia broadcast/i,
  /droidcam/i,
  /\biriun\b/i,
  /epoccam/i,
  /\bcamo\b/i,
  // v4l2loopback, unless it was given a name.
  /dummy video device|v4l2loopback/i,
]

export function isVirtualCamera(label: string): boolean {
  return NAMES.some((name) => name.test(label))
}
