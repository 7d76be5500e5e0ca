using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Registrations;

/// <summary>What was typed and chosen in the page to mend a list: the names of its inputs, and what they do to the lines.</summary>
public static class ImportMends
{
    /// <summary>Whether a field of the form says that a line is another person.</summary>
    public static bool IsOther(string field) => field.StartsWith(ImportLine.AnotherBefore, StringComparison.Ordinal);

    /// <summary>The lines that were said to be other people than those of nearly the same name.</summary>
    public static IReadOnlySet<int> Others(IFormCollection form) => form.Where(f => IsOther(f.Key) && f.Value == "true")
        .Select(f => int.TryParse(f.Key[ImportLine.AnotherBefore.Length..], CultureInfo.InvariantCulture, out int id) ? id : 0).ToHashSet();

    public static string InputOf(int id, PersonField field) => $"line-{id}-{field.Name}";

    /// <summary>The words that name no audience and no commune by themselves, in the order of the list.</summary>
    public static IReadOnlyList<ImportWord> Words(ImportList list, TrainingClass c, IReadOnlyList<Unit> units, VietnameseTexts texts)
    {
        Choice[] audiences = [.. Enum.GetValues<Audience>().Where(a => c.Audiences.Count == 0 || c.Audiences.Contains(a))
            .Select(a => new Choice(NameOf(a), texts.Word(a)))];
        Choice[] communes = [.. units.Select(u => new Choice(u.Id, u.ShortName))];
        return [.. Words(list, PersonField.Audience, audiences), .. Words(list, PersonField.UnitId, communes)];
    }

    /// <summary>The list with what the form says of it, and the lines where something was typed.</summary>
    public static (ImportList List, IReadOnlySet<int> Typed) Take(ImportList list, IFormCollection form, IReadOnlyList<ImportWord> words, int thisYear)
    {
        RosterRow[] rows = [.. list.Rows];
        HashSet<int> typed = [];
        foreach (ImportWord word in words)
        {
            if (form[word.Input] is not [{ } chosen]) continue;
            Choice? choice = word.Choices.FirstOrDefault(c => c.Value == chosen);
            Audience? audience = word.Field == PersonField.Audience && choice is not null ? Enum.Parse<Audience>(choice.Value, ignoreCase: true) : null;
            for (int i = 0; i < rows.Length; i++) rows[i] = RosterMending.Choose(rows[i], word.Field, word.Word, choice?.Value, audience);
        }

        for (int i = 0; i < rows.Length; i++)
            foreach (PersonField field in RosterMending.Fields)
            {
                if (form[InputOf(i + 1, field)] is not [{ } text] || text.Trim() == Shown(rows[i], field)) continue;
                rows[i] = RosterMending.Type(rows[i], field, text, thisYear);
                typed.Add(i + 1);
            }

        return (list with { Rows = [.. rows.Select(r => r.WithoutBadOptionals(VietnamesePhone.Read))] }, typed);
    }

    /// <summary>What stands in the input of a field: what is known, or else what the file says.</summary>
    public static string Shown(RosterRow row, PersonField field) => Known(row, field) is { Length: > 0 } known ? known
        : field == PersonField.Sex ? "" : row.Said.GetValueOrDefault(field.Name)?.Text ?? "";

    public static bool IsKnown(RosterRow row, PersonField field) => Known(row, field) is { Length: > 0 };

    private static string? Known(RosterRow row, PersonField field) => field switch
    {
        _ when field == PersonField.FullName => row.Form.FullName,
        _ when field == PersonField.BirthYear => row.Form.BirthYear is { } year ? $"{year}" : null,
        _ when field == PersonField.Sex => row.Form.Sex is { } sex ? JsonNamingPolicy.CamelCase.ConvertName(sex.ToString()) : null,
        _ when field == PersonField.Village => row.Form.Village,
        _ => row.Form.Phone,
    };

    private static IEnumerable<ImportWord> Words(ImportList list, PersonField field, Choice[] choices) => list.Rows
        .Select(row => (Row: row, Word: RosterMending.WordOf(row, field))).Where(w => w.Word is not null)
        .GroupBy(w => Folding.Fold(w.Word!)).Select((group, i) => new ImportWord(
            field, $"word-{field.Name}-{i}", group.First().Word!, group.Count(),
            field == PersonField.UnitId ? group.First().Row.Form.UnitId : group.First().Row.Form.Audience is { } audience ? NameOf(audience) : null, choices));

    private static string NameOf(Audience audience) => JsonNamingPolicy.CamelCase.ConvertName(audience.ToString());
}
