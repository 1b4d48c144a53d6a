import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { Domain } from "../../../terms/domain.ts";
import { Layer } from "../../../terms/layer.ts";
import type { NameKind } from "../../../terms/market-name.ts";
import { countryName, Region } from "../../../terms/place.ts";
import { type Role, roleName } from "../../../terms/role.ts";
import { Seniority } from "../../../terms/seniority.ts";
import { Workplace } from "../../../terms/workplace.ts";
import { called, status } from "../../api.ts";
import { count } from "../../figures.ts";
import { type Filters, isNarrowed, toggled } from "../../filters.ts";
import { domainNames, layerNames, regionNames, seniorityNames, workplaceNames } from "../../words.ts";
import { filterWords } from "../../words/filters.ts";
import { ChoiceMenu } from "./ChoiceMenu.tsx";
import { monthsBetween } from "./months.ts";
import { TitleField } from "./TitleField.tsx";

type Props = {
  filters: Filters;
  withLayer?: boolean;
  /** `typing` while a field is typed in: a step in the history for every pause would be too many. */
  onChange(filters: Filters, typing?: boolean): void;
};

const regions = Region.options.filter((region) => region !== "other");
const namesOf = <T extends string>(values: readonly T[], names: Record<T, string>) => values.map((value) => [value, names[value]] as const);

/** What narrows the page. Region and country exclude each other: a country is a narrower region. */
export function FilterBar({ filters, withLayer = true, onChange }: Props) {
  // What can be chosen at all: countries of the market with their postings, and its span in time.
  const { countries, first, last } = useQuery(status()).data?.totals ?? { countries: [], first: null, last: null };
  const set = (part: Filters, typing = false) => onChange({ ...filters, ...part }, typing);
  return (
    <search className="filters" aria-label={filterWords.bar}>
      <TitleField title={filters.title} onChange={(title) => set({ title }, true)} />
      <fieldset className="filter-chips">
        <legend className="unseen">{filterWords.region}</legend>
        {regions.map((region) => (
          <label key={region} className="pick">
            <input type="checkbox" className="unseen" checked={filters.region?.includes(region) ?? false} onChange={() => set({ region: toggled(filters.region, region), country: undefined, city: undefined })} />
            {regionNames[region]}
          </label>
        ))}
      </fieldset>
      <div className="filter-selects">
        <ChoiceMenu label={filterWords.country} chosen={filters.country} options={countries.map(({ country, n }) => [country, countryName(country), count(n)] as const)} onChange={(country) => set({ country, region: undefined, city: undefined })} />
        {withLayer && <ChoiceMenu label={filterWords.layer} chosen={filters.layer} options={namesOf(Layer.options, layerNames)} onChange={(layer) => set({ layer })} />}
        <ChoiceMenu label={filterWords.seniority} chosen={filters.seniority} options={namesOf(Seniority.options, seniorityNames)} onChange={(seniority) => set({ seniority })} />
        <ChoiceMenu label={filterWords.domain} chosen={filters.domain} options={namesOf(Domain.options, domainNames)} onChange={(domain) => set({ domain })} />
        <ChoiceMenu label={filterWords.workplace} chosen={filters.workplace} options={namesOf(Workplace.options, workplaceNames)} onChange={(workplace) => set({ workplace })} />
        <select className="choice" aria-label={filterWords.since} data-chosen={filters.since !== undefined || undefined} value={filters.since ?? ""} onChange={(event) => set({ since: event.currentTarget.value || undefined })}>
          <option value="">{filterWords.anyTime}</option>
          {monthsBetween(first, filters.until && last && filters.until < last ? filters.until : last, filters.since).map(([day, name]) => (
            <option key={day} value={day}>
              {name}
            </option>
          ))}
        </select>
        <OtherFilters filters={filters} set={set} />
        {isNarrowed(filters) && (
          <button type="button" className="plain" onClick={() => onChange({ currency: filters.currency })}>
            {filterWords.clear}
          </button>
        )}
      </div>
    </search>
  );
}

/** Filters that have no control of their own, from links and the palette: each can be taken off. */
function OtherFilters({ filters, set }: { filters: Filters; set(part: Filters): void }) {
  return (["city", "skill", "employer", "role", "until"] as const).map((name) => {
    const value = filters[name];
    return (
      value !== undefined && (
        <button key={name} type="button" className="choice" data-chosen onClick={() => set({ [name]: undefined })}>
          <span className="unseen">{filterWords.without} </span>
          {filterWords[name]}:{" "}
          {[value].flat().map((one, n) => (
            <Fragment key={one}>
              {n > 0 && ", "}
              {name === "role" ? roleName(one as Role) : name === "until" ? one : <OwnName of={name} written={one} />}
            </Fragment>
          ))}{" "}
          <span aria-hidden>×</span>
        </button>
      )
    );
  });
}

/** What the market calls a name: an address has it in small letters, and may have it by another of its names. */
function OwnName({ of, written }: { of: NameKind; written: string }) {
  return useQuery(called(written)).data?.found.find((one) => one.of === of)?.name ?? written;
}
