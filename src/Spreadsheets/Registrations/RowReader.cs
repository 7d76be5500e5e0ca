namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Reads one row of a list into the form that a person would have filled in, and says what could not be read.</summary>
internal sealed class RowReader(RosterHeader header, CommuneNames communes, Plan plan)
{
    private const string Unreadable = "unreadable";

    // With accents where without them they are family names: Bàn, Tô.
    private static readonly string[] VillageRanks = ["thôn", "thon", "bản", "xóm", "xom", "khu", "khối", "khoi", "tổ", "ấp", "phố"];

    public RosterHeader Header => header;

    /// <summary>Whether the row has a year of birth that can be read.</summary>
    public bool HasBirthYear(SheetRow row) => BirthYear(row) is not null;

    /// <summary>The name in its columns; what a merged range repeats counts once, a given name that is also the family name twice.</summary>
    public string Name(SheetRow row)
    {
        SheetCell[] cells = [.. Columns(row, RosterColumn.FullName)];
        return string.Join(' ', cells.Where((c, i) => !(c.IsSpread && cells.Take(i).Any(other => other.Text == c.Text))).Select(c => c.Text));
    }

    /// <summary>Holds nothing that a person is known by: an ordinal number, a remark.</summary>
    public bool IsBlank(SheetRow row) =>
        Name(row).Length == 0 && !row.Cells.Keys.Any(column => header.Columns.GetValueOrDefault(column, RosterColumn.Known) != RosterColumn.Known);

    /// <param name="commune">Where the row itself names none: of the heading above it, of the title, of the office that reads.</param>
    public RosterRow Read(string sheet, SheetRow row, string? commune, string? village)
    {
        Dictionary<string, SaidCell> said = [];
        Sex? sex = SexOf(row, said);
        (string? name, Sex? bySalutation) = PersonName.WithoutTitle(PlainText.Clean(Name(row)), sex);
        (string? ownVillage, string? unit, string? organisation) = Place(row, said);
        RegistrationForm form = new()
        {
            FullName = Letters(row, PersonField.FullName.Name, name, said, RosterColumn.FullName),
            BirthYear = YearOf(row, said),
            Sex = sex ?? (said.ContainsKey(PersonField.Sex.Name) ? null : bySalutation),
            Phone = PhoneOf(row, said),
            Village = Letters(row, PersonField.Village.Name, ownVillage, said, RosterColumn.Village, RosterColumn.Address) ?? village,
            UnitId = unit ?? (said.ContainsKey(PersonField.UnitId.Name) ? null : commune),
            Audience = AudienceOf(row, said),
        };
        form = DetailField.Fill(form, field =>
        {
            string? text = field == PersonField.Organisation ? organisation : First(row, RosterColumn.Of(field));
            return text is null || NoneWords.Is(text) ? null : Letters(row, field.Name, text, said, RosterColumn.Of(field));
        });
        foreach (PersonField field in PersonField.All.Where(f => f.Required && !said.ContainsKey(f.Name)))
            if (ColumnOf(field) is { } column && !Columns(row, column).Any() && header.Of(column).Any(c => row[c].IsUncomputed))
                said[field.Name] = new SaidCell("", "formula-empty");
        return new RosterRow(sheet, row.Line, form, said, row.IsHidden);
    }

    public static bool IsVillage(string text) => VillageRanks.Contains(PlainText.Composed(text).ToLowerInvariant().Split(' ', '.')[0]);

    private static RosterColumn? ColumnOf(PersonField field) => field == PersonField.UnitId ? RosterColumn.Commune : RosterColumn.Of(field);

    private (int Year, bool IsConcluded)? BirthYear(SheetRow row) => Columns(row, RosterColumn.Birth, RosterColumn.Male, RosterColumn.Female)
        .Select(c => PersonWords.BirthYear(c, plan.Year)).FirstOrDefault(y => y is not null);

    private int? YearOf(SheetRow row, Dictionary<string, SaidCell> said)
    {
        (int Year, bool IsConcluded)? birth = BirthYear(row);
        string? written = Columns(row, RosterColumn.Birth, RosterColumn.Male, RosterColumn.Female).Select(c => c.Text).FirstOrDefault();
        if (birth is { IsConcluded: true }) said[PersonField.BirthYear.Name] = new SaidCell(written!);
        else if (birth is null && First(row, RosterColumn.Birth) is { } unread) said[PersonField.BirthYear.Name] = new SaidCell(unread, "birth-unreadable");
        return birth?.Year;
    }

    // A text in letters that were lost is no name; one that was put into Unicode should be looked at.
    private string? Letters(SheetRow row, string field, string? text, Dictionary<string, SaidCell> said, params RosterColumn[] columns)
    {
        SheetCell[] cells = [.. Columns(row, columns)];
        string was = string.Join(' ', cells.Select(c => c.Was ?? c.Text));
        if (text is null || !cells.Any(c => c.IsBroken || c.Was is not null)) return text;
        bool broken = cells.Any(c => c.IsBroken);
        said[field] = new SaidCell(was, broken ? "letters-lost" : null);
        return broken ? null : text;
    }

    private Sex? SexOf(SheetRow row, Dictionary<string, SaidCell> said)
    {
        if (First(row, RosterColumn.Sex) is { } word)
        {
            Sex? sex = PersonWords.SexOf(word);
            if (sex is null) said[PersonField.Sex.Name] = new SaidCell(word, Unreadable);
            return sex;
        }

        bool male = Columns(row, RosterColumn.Male).Any(c => PersonWords.IsTicked(c.Text));
        bool female = Columns(row, RosterColumn.Female).Any(c => PersonWords.IsTicked(c.Text));
        if (male != female) return male ? Sex.Male : Sex.Female;
        if (male)
            said[PersonField.Sex.Name] = new SaidCell(string.Join(" / ", Columns(row, RosterColumn.Male, RosterColumn.Female).Select(c => c.Text)), Unreadable);
        // A list with one column ("Nữ") ticks only the women.
        return (male, header.Has(RosterColumn.Male), header.Has(RosterColumn.Female), header.Has(RosterColumn.Sex)) switch
        {
            (false, false, true, false) => Sex.Male,
            (false, true, false, false) => Sex.Female,
            _ => null,
        };
    }

    private string? PhoneOf(SheetRow row, Dictionary<string, SaidCell> said)
    {
        if (First(row, RosterColumn.Phone) is not { } written) return null;
        string? phone = PhoneWords.Find(written);
        if (phone is null && !NoneWords.Is(written)) said[PersonField.Phone.Name] = new SaidCell(written, "phone");
        return phone;
    }

    private Audience? AudienceOf(SheetRow row, Dictionary<string, SaidCell> said)
    {
        SheetCell[] cells = [.. Columns(row, RosterColumn.Audience)];
        Audience? audience = cells.Select(c => AudienceWords.Find(c.Text)).FirstOrDefault(a => a is not null);
        if (audience is null && cells.Length > 0) said[PersonField.Audience.Name] = new SaidCell(cells[0].Text, "audience-unknown");
        return audience;
    }

    private (string? Village, string? UnitId, string? Organisation) Place(SheetRow row, Dictionary<string, SaidCell> said)
    {
        string? village = First(row, RosterColumn.Village);
        string? organisation = First(row, RosterColumn.Organisation);
        string? named = First(row, RosterColumn.Commune);
        string? unit = named is null ? null : communes.Find(named);
        if (named is not null && unit is null) said[PersonField.UnitId.Name] = new SaidCell(named, "unit-unknown");
        string[] parts = First(row, RosterColumn.Address)?.Split([',', ';', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        foreach (string part in parts)
        {
            if (!IsVillage(part) && communes.Find(part) is { } found) unit ??= found;
            else if (village is null && part == parts[0]) village = part;
        }

        // "Đơn vị" is the commune in lists of a district.
        if (unit is null && named is null && organisation is not null && communes.Find(organisation) is { } home) (unit, organisation) = (home, null);
        return (village, unit, organisation);
    }

    private string? First(SheetRow row, RosterColumn kind) => Columns(row, kind).Select(c => c.Text).FirstOrDefault();

    private IEnumerable<SheetCell> Columns(SheetRow row, params RosterColumn[] kinds) =>
        kinds.SelectMany(header.Of).Select(column => row[column]).Where(c => !c.IsEmpty);
}
