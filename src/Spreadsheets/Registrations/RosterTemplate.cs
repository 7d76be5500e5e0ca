using System.Globalization;
using MiniExcelLibs;

namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>The list that a commune fills in: header and an example, and a sheet with the words that are understood.</summary>
internal static class RosterTemplate
{
    public static byte[] Write(Plan plan)
    {
        VietnameseTexts texts = new();
        Dictionary<string, object?> example = new() { [texts["sheets.number"]] = 1 };
        foreach (PersonField field in PersonField.In(PersonForms.List)) example[texts.Column(field)] = Example(field, plan, texts);
        string[] audiences = [.. AudienceWords.Allowed(texts).Select(a => a.Word)];
        string[] communes = [.. plan.Units.Where(u => u.IsCommuneLevel).Select(u => u.ShortName)];
        string[] sexes = [texts["person.male"], texts["person.female"]];
        Dictionary<string, object?>[] words = [.. Enumerable.Range(0, Math.Max(audiences.Length, communes.Length)).Select(i => new Dictionary<string, object?>
        {
            [texts.Column(PersonField.UnitId)] = communes.ElementAtOrDefault(i),
            [texts.Column(PersonField.Audience)] = audiences.ElementAtOrDefault(i),
            [texts.Column(PersonField.Sex)] = sexes.ElementAtOrDefault(i),
        })];
        using MemoryStream file = new();
        Dictionary<string, object> sheets = new()
        {
            [texts["sheets.list-sheet"]] = (Dictionary<string, object?>[])[example],
            [texts["sheets.words-sheet"]] = words,
        };
        MiniExcel.SaveAs(file, sheets, configuration: SheetStyle.Wide);
        return file.ToArray();
    }

    private static object? Example(PersonField field, Plan plan, VietnameseTexts texts) => field switch
    {
        _ when field == PersonField.BirthYear => int.Parse(texts.Example(field)!, CultureInfo.InvariantCulture),
        _ when field == PersonField.Sex => texts["person.female"],
        _ when field == PersonField.UnitId => plan.Units.FirstOrDefault(u => u.IsCommuneLevel)?.ShortName,
        _ when field == PersonField.Audience => texts.Word(Audience.ExemplaryHousehold),
        _ => texts.Example(field),
    };
}
