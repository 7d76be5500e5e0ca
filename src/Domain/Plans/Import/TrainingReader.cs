namespace NtmServerless.Domain.Plans.Import;

/// <summary>Sections II.1.2 and II.2.2, and the study tour.</summary>
internal static class TrainingReader
{
    public static Topic Topic(PlanObject topic) => new(topic.Id("id"), topic.Text("text"));

    public static TrainingStream Stream(PlanObject stream) => new()
    {
        Id = stream.Id("id"),
        Title = stream.Text("title"),
        ShortTitle = stream.OptionalText("shortTitle", PlanLimits.NameCharacters),
        Origin = stream.OneOf<StreamOrigin>("origin"),
        Lead = stream.PartiesOf("lead"),
        Partners = stream.PartiesOf("partners"),
        QuantityText = stream.OptionalText("quantityText"),
        ClassCount = stream.OptionalNumber("classCount", 1, PlanLimits.Classes),
        SeatsPerClass = stream.OptionalNumber("seatsPerClass", 1, PlanLimits.Seats),
        AudienceText = stream.OptionalText("audienceText"),
        Audiences = stream.OptionalList("audiences", node => node.OneOf<Audience>()),
        TimeText = stream.OptionalText("timeText"),
        Window = stream.WindowOf(),
        TimeToBeAnnounced = stream.Flag("timeToBeAnnounced"),
        PrioritySeats = stream.OptionalNumber("prioritySeats", 0, PlanLimits.Seats),
        MinimumParticipants = stream.OptionalNumber("minimumParticipants", 1, PlanLimits.Seats),
        QualifyingUnitIds = PartyReader.Ids(stream, "qualifyingUnitIds"),
    };

    public static PlannedStudyTour StudyTour(PlanObject tour) => new(
        tour.Id("id"),
        tour.Text("text"),
        tour.OptionalText("compositionText"),
        tour.Number("minimumMembers", 1, PlanLimits.Seats),
        tour.Number("maximumMembers", 1, PlanLimits.Seats),
        tour.PartiesOf("lead"),
        tour.PartiesOf("partners"),
        tour.OptionalText("timeText"),
        tour.WindowOf());
}
