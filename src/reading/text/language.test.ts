import { expect, test } from "vitest";
import { makeDocument } from "../layout.ts";

const languageOf = (body: string): string | null => makeDocument({ title: "Engineer", description_text: body }).language;

const arabic = "نحن نبحث عن مهندس برمجيات يعمل في دبي مع فريق كبير";
const english = "Machine learning engineer, Dubai\n\n- Python, PyTorch, Kubernetes, Terraform, Postgres\n- Train ranking models, serve them\n- 5+ years experience with models\n";

test.each([
  ["Arabic", arabic],
  ["Chinese", "我们正在寻找一位经验丰富的机器学习工程师"],
  ["Hebrew", "אנחנו מחפשים מהנדס תוכנה לצוות שלנו"],
  ["Russian", "Мы ищем инженера машинного обучения в команду"],
  ["Japanese", "私たちは機械学習エンジニアを探しています"],
])("a sentence of %s does not make an English text one of it", (_language, sentence) => {
  expect(languageOf(`${english}\n${sentence}`)).toBe("en");
  expect(languageOf(`${sentence}\n\n${english}`)).toBe("en");
});

test.each([
  ["ar", `${arabic}. ${arabic}\n\nPython, PyTorch`],
  ["zh", "负责大模型训练与推理平台的设计与开发，熟悉 PyTorch、CUDA、Kubernetes，有分布式训练经验者优先。"],
  ["he", "אנחנו מחפשים מהנדס תוכנה מנוסה לצוות שלנו בתל אביב, עם Python, PyTorch"],
  ["ru", "Мы ищем инженера машинного обучения в команду поиска: Python, PyTorch, Kubernetes"],
  ["ja", "私たちは機械学習エンジニアを探しています。Python と PyTorch の経験"],
  ["ko", "우리는 머신러닝 엔지니어를 찾고 있습니다. Python, PyTorch 경험"],
])("most of the text is %s", (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test.each(["Python, PyTorch, Kubernetes, Terraform", `Python, PyTorch, Kubernetes, Terraform, Postgres, Kafka, Airflow, Snowflake\n${arabic}`])("names alone are of no language: %s", (text) => {
  expect(languageOf(text)).toBeNull();
});
