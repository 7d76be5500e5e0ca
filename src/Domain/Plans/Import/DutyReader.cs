namespace NtmServerless.Domain.Plans.Import;

/// <summary>Sections III and IV, reporting, headings and signature.</summary>
internal static class DutyReader
{
    public static PlanHeading Heading(PlanObject heading) => new(
        heading.Text("number", PlanLimits.NameCharacters), heading.Text("text"));

    public static Funding Funding(PlanObject funding) => new(
        funding.Text("text"), funding.OptionalList("sources", node => node.Object(Source)));

    public static Responsibility Responsibility(PlanObject responsibility) => new(
        responsibility.Id("id"), responsibility.PartiesOf("parties"), responsibility.Paragraphs("paragraphs"));

    public static PlanReporting Reporting(PlanObject reporting) => new(
        reporting.Text("text"),
        reporting.OptionalId("compiledByUnitId"),
        reporting.OptionalId("toUnitId"),
        reporting.OptionalId("approvedByUnitId"),
        reporting.Required("periodScheme", "", Scheme),
        reporting.OptionalNumber("dueWorkingDays", 0, PlanLimits.DueWorkingDays))
    {
        AfterYearEnd = reporting.OptionalOneOf<AfterYearEnd>("afterYearEnd"),
    };

    public static Signer Signer(PlanObject signer) => new(
        signer.Text("name", PlanLimits.NameCharacters),
        signer.List("capacityLines", node => node.Text(PlanLimits.NameCharacters)));

    private static FundingSource Source(PlanObject source) => new(
        source.Id("id"), source.OneOf<FundingKind>("kind"), source.Text("text"), source.OptionalText("decision"));

    private static string Scheme(PlanNode node)
    {
        string scheme = node.Text(PlanLimits.NameCharacters);
        return scheme.Length == 0 || PeriodSchemes.Known.Contains(scheme)
            ? scheme
            : node.Wrong("plan-value-unknown", "", ("value", scheme), ("known", string.Join(", ", PeriodSchemes.Known)));
    }
}
