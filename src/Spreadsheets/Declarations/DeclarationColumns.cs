namespace NtmServerless.Spreadsheets.Declarations;

/// <summary>The columns of a list of declared classes: which field of the form each holds, and what its heading says.</summary>
public sealed class DeclarationColumns
{
    private readonly IReadOnlyList<(string Field, string Heading)> _all;

    public DeclarationColumns(Plan plan, VietnameseTexts texts)
    {
        Audiences = Enum.GetValues<Audience>();
        Sources = plan.Funding?.Sources ?? [];
        _all =
        [
            ("title", texts["declared.class-title"]), ("unitId", texts["declared.unit"]), ("streamId", texts["declared.stream"]),
            ("hostUnitId", texts["declared.host"]), ("place", texts["declared.place"]), ("firstDay", texts["declared.first-day"]),
            ("lastDay", texts["declared.last-day"]), ("attended", texts["declared.attended"]), ("women", texts["declared.women"]),
            .. Audiences.Select((a, i) => ($"audiences[{i}]", texts["declared.col-audience", ("audience", texts.Word(a))])),
            ("ethnicGroups", texts["declared.by-group"]),
            .. Sources.Select((s, i) => ($"spent[{i}]", texts["declared.col-source", ("source", s.Text)])),
            ("content", texts["declared.content"]), ("note", texts["declared.note"]), ("isOther", texts["declared.is-other"]),
        ];
    }

    public IReadOnlyList<Audience> Audiences { get; }

    public IReadOnlyList<FundingSource> Sources { get; }

    public IReadOnlyList<(string Field, string Heading)> All => _all;

    /// <summary>The heading over what a field of the form is wrong in.</summary>
    public string HeadingOf(string field) => _all.FirstOrDefault(c => field == c.Field || field.StartsWith(c.Field + ".", StringComparison.Ordinal)
        || field.StartsWith(c.Field + "[", StringComparison.Ordinal)).Heading
        ?? _all.FirstOrDefault(c => c.Field.StartsWith(field + "[", StringComparison.Ordinal)).Heading ?? field;

    /// <summary>The field of a heading, however it is written; null: none of ours.</summary>
    internal string? FieldOf(string heading)
    {
        string folded = Folding.Fold(heading);
        return _all.FirstOrDefault(c => Folding.Fold(c.Heading) == folded).Field;
    }
}
