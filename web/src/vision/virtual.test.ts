import { expect, test } from 'vitest'

import { isVirtualCamera } from './virtual'

test.each([
  'OBS Virtual Camera',
  'obs-camera',
  'OBS Virtual Camera (m-de:vice)',
  'ManyCam Virtual Webcam',
  'Snap Camera',
  'XSplit VCam',
  'mmhmm Camera',
  'DroidCam Source 3',
  'Iriun Webcam',
  'Dummy video device (0x0000)',
])('%s is a program', (label) => {
  expect(isVirtualCamera(label)).toBe(true)
})

test.each([
  'Integrated Camera (04f2:b6be)',
  'FaceTime HD Camera',
  'Logitech BRIO',
  'HD Pro Webcam C920',
  'Jobs HD Webcam',
  'camera2 1, facing front',
  'fake_device_0',
  '',
])('%s is a camera', (label) => {
  expect(isVirtualCamera(label)).toBe(false)
})
