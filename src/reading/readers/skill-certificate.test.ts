import { describe, expect, test } from "vitest";
import { asked, skillsIn } from "../../../test/fixtures/asked-skills.ts";

describe("who is asked for a certificate of something is not asked for the thing", () => {
  test.each([
    ["AWS certification", { aws: "mentioned" }],
    ["AWS or TensorFlow certification", { aws: "mentioned", tensorflow: "mentioned" }],
    ["AWS, Azure or GCP certification required", { aws: "mentioned", azure: "mentioned" }],
    ["AWS and Azure certifications", { aws: "mentioned", azure: "mentioned" }],
    ["AWS Solutions Architect certification", { aws: "mentioned" }],
    ["Certified in Kubernetes", { kubernetes: "mentioned" }],
    ["Certification in AWS or Azure", { aws: "mentioned", azure: "mentioned" }],
    ["AWS-Zertifizierung", { aws: "mentioned" }],
    ["Python and an AWS certification", { python: "required", aws: "mentioned" }],
  ])("%s", (item, needs) => {
    expect(skillsIn(asked(item))).toMatchObject(needs);
  });
});

test.each([
  ["Python, SQL, AWS certification", { python: "required", sql: "required" }],
  ["Experience with Python, AWS or Azure certification", { python: "required" }],
  ["Experience with Python and AWS certifications", { python: "required" }],
  ["Python experience or certification", { python: "required" }],
  ["AWS certification, Python, SQL", { python: "required", sql: "required" }],
  ["Certification (AWS, Azure) and Python", { python: "required" }],
  ["Certified in AWS and experienced in Python", { python: "required" }],
  ["Python developers with a Scrum certificate", { python: "required" }],
  ["Experience with TLS certificates in Kubernetes", { kubernetes: "required" }],
  ["Experience with certificate management in Kubernetes", { kubernetes: "required" }],
  ["Renewal of client certificates with Terraform", { terraform: "required" }],
  ["Certified engineers who know Python", { python: "required" }],
  ["Python. AWS certification", { python: "required" }],
  ["AWS experience; AWS certification", { aws: "required" }],
  ["Python, certified or not", { python: "required" }],
])("asked for all the same: %s", (item, needs) => {
  expect(skillsIn(asked(item))).toMatchObject(needs);
});
