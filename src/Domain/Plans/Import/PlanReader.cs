namespace NtmServerless.Domain.Plans.Import;

/// <summary>The plan field by field; each section has its own reader.</summary>
internal static class PlanReader
{
    public static Plan Read(PlanObject plan)
    {
        plan.OptionalText("$schema");
        return new()
        {
            Id = new(plan.Id("id")),
            Year = plan.Number("year", PlanLimits.FirstYear, PlanLimits.LastYear),
            DocumentType = plan.Text("documentType", PlanLimits.NameCharacters),
            Title = plan.Text("title"),
            Notes = plan.Paragraphs("notes"),
            Number = plan.OptionalNumber("number", 1, PlanLimits.DocumentNumber),
            Notation = plan.OptionalText("notation", PlanLimits.NameCharacters),
            SignedOn = plan.OptionalDate("signedOn"),
            DatedMonth = plan.OptionalNumber("datedMonth", 1, 12),
            Place = plan.Text("place", PlanLimits.NameCharacters),
            IssuingBody = plan.Text("issuingBody", PlanLimits.NameCharacters),
            ParentBody = plan.OptionalText("parentBody", PlanLimits.NameCharacters),
            LegalBases = plan.Paragraphs("legalBases"),
            Enactment = plan.OptionalText("enactment"),
            Headings = plan.OptionalList("headings", node => node.Object(DutyReader.Heading)),
            Purposes = plan.Paragraphs("purposes"),
            Requirements = plan.Paragraphs("requirements"),
            PriorityGroups = plan.OptionalList("priorityGroups", node => node.Object(PartyReader.PriorityGroup)),
            CommunicationContents = plan.OptionalList("communicationContents", node => node.Object(CommunicationReader.Content)),
            TopicsIntroduction = plan.OptionalText("topicsIntroduction"),
            Topics = plan.OptionalList("topics", node => node.Object(TrainingReader.Topic)),
            CommunicationForms = plan.OptionalList("communicationForms", node => node.Object(CommunicationReader.Form)),
            StudyTours = plan.OptionalList("studyTours", node => node.Object(TrainingReader.StudyTour)),
            TrainingIntroduction = plan.OptionalText("trainingIntroduction"),
            Streams = plan.List("streams", node => node.Object(TrainingReader.Stream)),
            Funding = plan.Optional<Funding?>("funding", null, node => node.Object(DutyReader.Funding)),
            Responsibilities = plan.OptionalList("responsibilities", node => node.Object(DutyReader.Responsibility)),
            Reporting = plan.Required("reporting", new PlanReporting("", null, null, null, "", null), node => node.Object(DutyReader.Reporting)),
            Closing = plan.OptionalText("closing"),
            Recipients = plan.OptionalList("recipients", node => node.Object(PartyReader.Parties)),
            Signer = plan.Optional<Signer?>("signer", null, node => node.Object(DutyReader.Signer)),
            Office = plan.Optional<OfficeIdentity?>("office", null, node => node.Object(OfficeReader.Office)),
            MediaTargets = plan.OptionalList("mediaTargets", node => node.Object(CommunicationReader.Target)),
            Forms = plan.OptionalList("forms", node => node.Object(FormReader.Mapping)),
            Units = plan.List("units", node => node.Object(PartyReader.Unit)),
        };
    }
}
