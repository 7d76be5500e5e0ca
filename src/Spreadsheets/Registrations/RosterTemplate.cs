using MiniExcelLibs;

namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>The list that a commune fills in: header and an example, and a sheet with the words that are understood.</summary>
internal static class RosterTemplate
{
    public static byte[] Write(Plan plan)
    {
        VietnameseTexts texts = new();
        string commune = plan.Units.FirstOrDefault(u => u.IsCommuneLevel)?.ShortName ?? "";
        Dictionary<string, object?> example = new()
        {
            [texts["sheets.number"]] = 1,
            [texts["sheets.full-name"]] = texts["sheets.example-name"],
            [texts["sheets.birth-year"]] = 1975,
            [texts["sheets.sex"]] = texts["sheets.female"],
            [texts["sheets.ethnic-group"]] = texts["sheets.example-ethnic-group"],
            [texts["sheets.phone"]] = "0912 345 678",
            [texts["sheets.village"]] = texts["sheets.example-village"],
            [texts["sheets.commune"]] = commune,
            [texts["sheets.audience"]] = texts.Word(Audience.ExemplaryHousehold),
            [texts["sheets.organisation"]] = "",
        };
        string[] audiences = [.. AudienceWords.Allowed(texts).Select(a => a.Word)];
        string[] communes = [.. plan.Units.Where(u => u.IsCommuneLevel).Select(u => u.ShortName)];
        string[] sexes = [texts["sheets.male"], texts["sheets.female"]];
        Dictionary<string, object?>[] words = [.. Enumerable.Range(0, Math.Max(audiences.Length, communes.Length)).Select(i => new Dictionary<string, object?>
        {
            [texts["sheets.commune"]] = communes.ElementAtOrDefault(i),
            [texts["sheets.audience"]] = audiences.ElementAtOrDefault(i),
            [texts["sheets.sex"]] = sexes.ElementAtOrDefault(i),
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
}
