import { Button, Chip, NativeSelect } from "@mantine/core";
import { Layer } from "../../../terms/layer.ts";
import { Region } from "../../../terms/place.ts";
import { Seniority } from "../../../terms/seniority.ts";
import { type Filters, isNarrowed } from "../../filters.ts";
import { monthOf } from "../../figures.ts";
import { countryName, layerNames, regionNames, seniorityNames } from "../../words.ts";

type Props = {
  filters: Filters;
  /** Countries of the market with their postings, and its span in time: what can be chosen at all. */
  countries: readonly { country: string; n: number }[];
  first: string | null;
  last: string | null;
  withLayer?: boolean;
  onChange(filters: Filters): void;
};

const regions = Region.options.filter((region) => region !== "other");

/** What narrows the page. Region and country exclude each other: a country is a narrower region. */
export function FilterBar({ filters, countries, first, last, withLayer = true, onChange }: Props) {
  const set = (part: Filters) => onChange({ ...filters, ...part });
  return (
    <search className="filters" aria-label="Narrow the market">
      <Chip.Group value={filters.region ?? (filters.country === undefined ? "all" : "")} onChange={(value) => set({ region: Region.safeParse(value).data, country: undefined })}>
        <div className="filter-chips" role="radiogroup" aria-label="Region">
          <RegionChip value="all" name="All regions" />
          {regions.map((region) => (
            <RegionChip key={region} value={region} name={regionNames[region]} />
          ))}
        </div>
      </Chip.Group>
      <div className="filter-selects">
        <Choice
          label="Country"
          any="Any country"
          value={filters.country}
          options={countries.map(({ country }) => [country, countryName(country)])}
          onChange={(country) => set({ country, region: undefined })}
        />
        {withLayer && (
          <Choice label="Layer" any="All layers" value={filters.layer} options={Layer.options.map((layer) => [layer, layerNames[layer]])} onChange={(layer) => set({ layer: Layer.safeParse(layer).data })} />
        )}
        <Choice
          label="Seniority"
          any="Any seniority"
          value={filters.seniority}
          options={Seniority.options.map((level) => [level, seniorityNames[level]])}
          onChange={(level) => set({ seniority: Seniority.safeParse(level).data })}
        />
        <Choice label="Posted since" any="Any time" value={filters.since} options={monthsBetween(first, last, filters.since)} onChange={(since) => set({ since })} />
        {isNarrowed(filters) && (
          <Button variant="subtle" size="compact-sm" className="clear" onClick={() => onChange({})}>
            Clear filters
          </Button>
        )}
      </div>
    </search>
  );
}

function RegionChip({ value, name }: { value: string; name: string }) {
  return (
    <Chip value={value} size="xs" variant="outline" icon={<></>}>
      {name}
    </Chip>
  );
}

type ChoiceProps = { label: string; any: string; value: string | undefined; options: [value: string, name: string][]; onChange(value: string | undefined): void };

function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  const known = value === undefined || options.some(([one]) => one === value) ? options : [...options, [value, value] as [string, string]];
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      className="choice"
      data-chosen={value !== undefined || undefined}
      value={value ?? ""}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    >
      <option value="">{any}</option>
      {known.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}

/** First days of the market's months, newest first, at most two years of them; a day from the address that is none of them as it is. */
export function monthsBetween(first: string | null, last: string | null, chosen?: string): [string, string][] {
  const months: [string, string][] = [];
  if (first !== null && last !== null) {
    let [year, month] = [Number(last.slice(0, 4)), Number(last.slice(5, 7))];
    for (let i = 0; i < 24; i++) {
      const day = `${year}-${String(month).padStart(2, "0")}-01`;
      if (day.slice(0, 7) < first.slice(0, 7)) break;
      months.push([day, `Since ${monthOf(day)}`]);
      [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    }
  }
  return chosen === undefined || months.some(([day]) => day === chosen) ? months : [...months, [chosen, `Since ${chosen}`]];
}
