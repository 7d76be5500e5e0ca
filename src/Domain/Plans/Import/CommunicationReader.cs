namespace NtmServerless.Domain.Plans.Import;

/// <summary>Sections II.1.1 and II.2.1, and targets for them.</summary>
internal static class CommunicationReader
{
    public static CommunicationContent Content(PlanObject content) => new(content.Id("id"), content.Text("text"));

    public static CommunicationForm Form(PlanObject form) => new(
        form.Id("id"),
        form.Text("title"),
        form.OptionalList("channels", node => node.OneOf<CommunicationChannel>()),
        form.PartiesOf("lead"),
        form.PartiesOf("partners"),
        form.OptionalText("timeText"),
        form.WindowOf());

    public static MediaTarget Target(PlanObject target) => new(
        target.Id("unitId"),
        target.OneOf<CommunicationChannel>("channel"),
        target.Number("count", 1, PlanLimits.TargetCount),
        target.WindowOf());
}
