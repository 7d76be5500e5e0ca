namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Mends a line of a list in the page: what is typed there is read as a cell of the list would be.</summary>
public static class RosterMending
{
    /// <summary>The fields of a line that can be typed; commune and audience are chosen once for all lines with the same word.</summary>
    public static IReadOnlyList<PersonField> Fields { get; } =
        [PersonField.FullName, PersonField.BirthYear, PersonField.Sex, PersonField.Village, PersonField.Phone];

    public static RosterRow Type(RosterRow row, PersonField field, string typed, int thisYear)
    {
        string text = RichText.Clean(typed);
        RegistrationForm form = row.Form;
        (int Year, bool IsConcluded)? year = PersonWords.BirthYear(new SheetCell(text), thisYear);
        (RegistrationForm mended, bool isRead) = field switch
        {
            _ when field == PersonField.FullName => (form with { FullName = text }, true),
            _ when field == PersonField.BirthYear => (form with { BirthYear = year?.Year }, year is not null),
            _ when field == PersonField.Sex => (form with { Sex = PersonWords.SexOf(text) }, PersonWords.SexOf(text) is not null),
            _ when field == PersonField.Village => (form with { Village = text }, true),
            _ when field == PersonField.Phone => (form with { Phone = PhoneWords.Find(text) ?? (NoneWords.Is(text) ? null : text) }, true),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Name, null),
        };
        string unread = field == PersonField.BirthYear ? "birth-unreadable" : "unreadable";
        return (row with { Form = mended }).Saying(field.Name, "", isRead || text.Length == 0 ? null : unread);
    }

    /// <summary>What a word of the list means, chosen once for all lines that have it.</summary>
    /// <param name="word">As the list has it; empty: the lines that say nothing.</param>
    public static RosterRow Choose(RosterRow row, PersonField field, string word, string? unitId, Audience? audience)
    {
        if (WordOf(row, field) is not { } said || Folding.Fold(said) != Folding.Fold(word)) return row;
        RegistrationForm form = field == PersonField.UnitId ? row.Form with { UnitId = unitId } : row.Form with { Audience = audience };
        bool chosen = field == PersonField.UnitId ? unitId is not null : audience is not null;
        return (row with { Form = form }).Saying(field.Name, word, chosen ? null : row.Said.GetValueOrDefault(field.Name)?.Error);
    }

    /// <summary>The word of a line that is not known by itself; null where the line needs no choice.</summary>
    public static string? WordOf(RosterRow row, PersonField field)
    {
        bool empty = field == PersonField.UnitId ? row.Form.UnitId is null : row.Form.Audience is null;
        return row.Said.GetValueOrDefault(field.Name)?.Text ?? (empty ? "" : null);
    }
}
