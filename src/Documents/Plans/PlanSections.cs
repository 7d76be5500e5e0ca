using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NtmServerless.Documents.Plans;

/// <summary>Sections I to IV of a plan. A heading that the plan does not have is not made up; a section without text is left out.</summary>
internal sealed class PlanSections(Plan plan)
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public IEnumerable<OpenXmlElement> All() =>
    [
        .. Section("I", [.. Section("I.1", Texts(plan.Purposes)), .. Section("I.2", Texts(plan.Requirements))]),
        .. Section("II",
        [
            .. Section("II.1", [.. Section("II.1.1", Texts(plan.CommunicationContents.Select(c => c.Text))), .. Section("II.1.2", Topics())]),
            .. Section("II.2", [.. Section("II.2.1", [.. plan.CommunicationForms.SelectMany(Form), .. plan.StudyTours.SelectMany(Tour)]), .. Section("II.2.2", Training())]),
        ]),
        .. Section("III", plan.Funding is { } funding ? Texts([funding.Text]) : []),
        .. Section("IV", [.. plan.Responsibilities.SelectMany(Responsibility)]),
    ];

    private IReadOnlyList<OpenXmlElement> Section(string number, IReadOnlyList<OpenXmlElement> content)
    {
        if (content.Count == 0) return [];
        return plan.Headings.FirstOrDefault(h => h.Number == number) is { } heading ? [Heading(number, heading.Text), .. content] : content;
    }

    // "II.1.2" stands before its heading as "1.2": the Roman numeral is that of the section around it.
    private static Paragraph Heading(string number, string text)
    {
        string[] parts = number.Split('.');
        TextStyle style = parts.Length switch { 1 => TextStyles.Heading1, 2 => TextStyles.Heading2, _ => TextStyles.Heading3 };
        return Paragraphs.Of(style, $"{(parts.Length == 1 ? number : string.Join('.', parts[1..]))}. {text}");
    }

    private static IReadOnlyList<OpenXmlElement> Texts(IEnumerable<string> texts) => [.. texts.Select(t => Paragraphs.Of(TextStyles.Body, t))];

    private IReadOnlyList<OpenXmlElement> Topics() =>
    [
        .. plan.TopicsIntroduction is { } introduction ? Texts([introduction]) : [],
        .. plan.Topics.Select((t, i) => Item("- " + (i == plan.Topics.Count - 1 ? Stopped(t.Text) : t.Text + ";"))),
    ];

    private static IEnumerable<OpenXmlElement> Form(CommunicationForm form) =>
        [Item("- " + Stopped(form.Title)), .. Parties(form.Lead, form.Partners), .. Line("time", Stopped(form.TimeText))];

    private static IEnumerable<OpenXmlElement> Tour(PlannedStudyTour tour) =>
        [Item("- " + Stopped(tour.Text)), .. Parties(tour.Lead, tour.Partners), .. Line("time", Stopped(tour.TimeText))];

    private IReadOnlyList<OpenXmlElement> Training() =>
    [
        .. plan.TrainingIntroduction is { } introduction ? Texts([introduction]) : [],
        .. plan.Streams.SelectMany(Stream),
    ];

    // What communes begin on their own is one sentence that says who and when; the rest is left to them.
    private static IEnumerable<OpenXmlElement> Stream(TrainingStream stream) => stream.Origin == StreamOrigin.CommuneInitiated
        ? [Item("- " + Stopped(stream.Title))]
        :
        [
            Item($"- {stream.Title}:"),
            .. Parties(stream.Lead, stream.Partners),
            .. Line("quantity", stream.QuantityText),
            .. Line("audience", Stopped(stream.AudienceText)),
            .. Line("time", Stopped(stream.TimeText)),
        ];

    private static IEnumerable<OpenXmlElement> Responsibility(Responsibility responsibility, int index) =>
        [Paragraphs.Of(TextStyles.Heading2, $"{index + 1}. {responsibility.Parties.Text}"), .. Texts(responsibility.Paragraphs)];

    private static IEnumerable<OpenXmlElement> Parties(PlanParties lead, PlanParties partners) =>
        [.. Line("lead", Stopped(lead.Text)), .. Line("partners", Stopped(partners.Text))];

    private static IEnumerable<OpenXmlElement> Line(string label, string? text) => text is null ? [] : [Item($"+ {Words["plan." + label]}: {text}")];

    private static Paragraph Item(string text) => Paragraphs.Of(TextStyles.Item, text);

    private static string? Stopped(string? text) => text is null || text.EndsWith('.') ? text : text + ".";
}
