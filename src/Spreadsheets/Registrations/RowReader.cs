namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Reads one row of a list into the form that a person would have filled in, and says what could not be read.</summary>
internal sealed class RowReader(RosterHeader header, CommuneNames communes, Plan plan)
{
    // With accents where without them they are family names: Bàn, Tô.
    private static readonly string[] VillageRanks = ["thôn", "thon", "bản", "xóm", "xom", "khu", "khối", "khoi", "tổ", "ấp", "phố"];

    /// <summary>The year of birth where the row has one that can be read.</summary>
    public int? BirthYear(SheetRow row) => Columns(row, RosterColumn.Birth, RosterColumn.Male, RosterColumn.Female)
        .Select(PersonWords.BirthYear).FirstOrDefault(y => y is not null);

    public string Name(SheetRow row) => string.Join(' ', Columns(row, RosterColumn.FullName).Select(c => c.Text).Distinct());

    /// <param name="commune">Where the row itself names none: of the heading above it, of the title, of the office that reads.</param>
    public (RegistrationForm Form, IReadOnlyList<FieldError> Errors) Read(SheetRow row, string? commune, string? village)
    {
        List<FieldError> errors = [];
        int? birth = BirthYear(row);
        if (birth is null && Columns(row, RosterColumn.Birth).Any()) errors.Add(new FieldError("birthYear", "unreadable"));
        (string? ownVillage, string? unit, string? organisation) = Place(row, errors);
        RegistrationForm form = new()
        {
            FullName = Name(row),
            BirthYear = birth,
            Sex = SexOf(row, errors),
            EthnicGroup = First(row, RosterColumn.EthnicGroup),
            Phone = First(row, RosterColumn.Phone) is { } phone ? PersonWords.Phone(phone) : null,
            Village = ownVillage ?? village,
            UnitId = unit ?? (errors.Exists(e => e.Field == "unitId") ? null : commune),
            Audience = AudienceOf(row, errors),
            Organisation = organisation,
        };
        return (form, [.. errors, .. Checked(form).Where(e => !errors.Exists(known => known.Field == e.Field))]);
    }

    // The rules of the form itself; consent and the phone's network are judged when the list is taken.
    private IReadOnlyList<FieldError> Checked(RegistrationForm form)
    {
        try
        {
            (form with { Consent = true }).Check(plan.Year, id => plan.FindUnit(id) is { IsCommuneLevel: true }, typed => typed);
            return [];
        }
        catch (InvalidInputException wrong)
        {
            return wrong.Errors;
        }
    }

    private Sex? SexOf(SheetRow row, List<FieldError> errors)
    {
        if (First(row, RosterColumn.Sex) is { } word)
        {
            Sex? sex = PersonWords.SexOf(word);
            if (sex is null) errors.Add(new FieldError("sex", "unreadable"));
            return sex;
        }

        bool male = Columns(row, RosterColumn.Male).Any(c => PersonWords.IsTicked(c.Text));
        bool female = Columns(row, RosterColumn.Female).Any(c => PersonWords.IsTicked(c.Text));
        if (male != female) return male ? Sex.Male : Sex.Female;
        if (male) errors.Add(new FieldError("sex", "unreadable"));
        // A list with one column ("Nữ") ticks only the women.
        return (male, header.Has(RosterColumn.Male), header.Has(RosterColumn.Female), header.Has(RosterColumn.Sex)) switch
        {
            (false, false, true, false) => Sex.Male,
            (false, true, false, false) => Sex.Female,
            _ => null,
        };
    }

    private Audience? AudienceOf(SheetRow row, List<FieldError> errors)
    {
        SheetCell[] cells = [.. Columns(row, RosterColumn.Audience)];
        Audience? audience = cells.Select(c => AudienceWords.Find(c.Text)).FirstOrDefault(a => a is not null);
        if (audience is null && cells.Length > 0) errors.Add(new FieldError("audience", "unreadable"));
        return audience;
    }

    private (string? Village, string? UnitId, string? Organisation) Place(SheetRow row, List<FieldError> errors)
    {
        string? village = First(row, RosterColumn.Village);
        string? organisation = First(row, RosterColumn.Organisation);
        string? named = First(row, RosterColumn.Commune);
        string? unit = named is null ? null : communes.Find(named);
        if (named is not null && unit is null) errors.Add(new FieldError("unitId", "unit-unknown"));
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

    public static bool IsVillage(string text) => VillageRanks.Contains(PlainText.Composed(text).ToLowerInvariant().Split(' ', '.')[0]);

    private string? First(SheetRow row, RosterColumn kind) => Columns(row, kind).Select(c => c.Text).FirstOrDefault();

    private IEnumerable<SheetCell> Columns(SheetRow row, params RosterColumn[] kinds) =>
        kinds.SelectMany(header.Of).Select(column => row[column]).Where(c => !c.IsEmpty);
}
