using System.Globalization;

namespace NtmServerless.Spreadsheets.Declarations;

/// <summary>A list of declared classes as XLSX: the template that a unit fills in, and what it sends back.</summary>
public static class DeclarationFile
{
    // Titles above the headings.
    private const int MostAbove = 20;
    private static readonly string[] Dates = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd"];

    /// <summary>Headings and one line as an example, which is not taken when it is sent back.</summary>
    /// <param name="today">The example was held before, in the plan's year, so that its dates could be taken.</param>
    public static byte[] Template(Plan plan, VietnameseTexts texts, DateOnly today)
    {
        DateOnly last = today.AddDays(-1) < PlanDays.Last(plan) ? today.AddDays(-1) : PlanDays.Last(plan);
        if (last <= PlanDays.First(plan)) last = PlanDays.First(plan).AddDays(1);
        DeclarationColumns columns = new(plan, texts);
        Dictionary<string, object?> example = new()
        {
            ["title"] = texts["declared.example-title"],
            ["hostUnitId"] = plan.Units.FirstOrDefault(u => u.IsCommuneLevel)?.ShortName,
            ["streamId"] = plan.Streams.FirstOrDefault(s => s.ClassCount is null)?.DisplayTitle,
            ["place"] = texts["declared.example-place"],
            ["firstDay"] = Written(last.AddDays(-1)),
            ["lastDay"] = Written(last),
            ["attended"] = 35,
            ["women"] = 15,
            ["ethnicGroups"] = texts["declared.example-groups"],
        };
        return TableFile.Write(
            texts["declared.sheet"], [.. columns.All.Select(c => c.Heading)], [[.. columns.All.Select(c => example.GetValueOrDefault(c.Field))]]);
    }

    private static string Written(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Reads every line of the first sheet that has the headings.</summary>
    /// <param name="most">More lines than this are refused.</param>
    /// <exception cref="InvalidInputException">
    /// On field <c>file</c>: <c>xlsx-unreadable</c>, <c>xlsx-too-large</c>, <c>declaration-no-header</c>, <c>declaration-empty</c>, <c>too-many</c>.
    /// </exception>
    public static IReadOnlyList<DeclarationRow> Read(Stream xlsx, Plan plan, VietnameseTexts texts, int most, CancellationToken cancellation)
    {
        DeclarationColumns columns = new(plan, texts);
        foreach (IReadOnlyList<SheetRow> sheet in Sheet.Visible(WorkbookFile.Read(xlsx, cancellation)).Select(s => s.Rows))
        {
            foreach ((int at, SheetRow head) in sheet.Take(MostAbove).Index())
            {
                Dictionary<string, int> places = [];
                foreach ((int column, SheetCell cell) in head.Cells)
                    if (columns.FieldOf(cell.Text) is { } field) places.TryAdd(field, column);
                if (!places.ContainsKey("title") || !places.ContainsKey("attended")) continue;
                DeclarationRow[] rows = [.. sheet.Skip(at + 1).Where(r => places.Values.Any(c => !r[c].IsEmpty))
                    .Select(r => new RowOfClass(r, places, columns, plan, texts).Read()).Where(r => r.Form.Title != texts["declared.example-title"])];
                if (rows.Length > most) throw new InvalidInputException("file", "too-many", ("most", most));
                return rows.Length > 0 ? rows : throw new InvalidInputException("file", "declaration-empty");
            }
        }

        throw new InvalidInputException("file", "declaration-no-header");
    }

    private sealed class RowOfClass(SheetRow row, Dictionary<string, int> places, DeclarationColumns columns, Plan plan, VietnameseTexts texts)
    {
        private readonly List<FieldError> _errors = [];

        public DeclarationRow Read()
        {
            string? host = Text("hostUnitId"), stream = Text("streamId");
            DeclarationForm form = new()
            {
                Title = Text("title"),
                UnitId = UnitOf("unitId"),
                HostUnitId = host is null ? null : new CommuneNames(plan).Find(host) ?? Unknown("hostUnitId", "unit-unknown"),
                StreamId = stream is null ? null : plan.Streams.FirstOrDefault(s => Same(s.DisplayTitle, stream) || Same(s.Title, stream) || s.Id == stream)?.Id
                    ?? Unknown("streamId", "stream-unknown"),
                Place = Text("place"),
                FirstDay = Day("firstDay"),
                LastDay = Day("lastDay"),
                Attended = (int?)Number("attended", int.MaxValue),
                Women = (int?)Number("women", int.MaxValue),
                Audiences = [.. columns.Audiences.Select((a, i) => new AudienceCountForm(a, (int?)Number($"audiences[{i}]", int.MaxValue)))],
                EthnicGroups = Groups(),
                Spent = [.. columns.Sources.Select((s, i) => new SpendingForm(s.Id, Number($"spent[{i}]", long.MaxValue)))],
                Content = Text("content"),
                Note = Text("note"),
                IsOther = YesOrNo("isOther"),
            };
            return new DeclarationRow(row.Line, form, _errors);
        }

        private SheetCell Cell(string field) => places.TryGetValue(field, out int column) ? row[column] : new SheetCell("");

        private string? Text(string field) => Cell(field) is { IsEmpty: false } cell ? cell.Text : null;

        private string? Unknown(string field, string code)
        {
            _errors.Add(new FieldError(field, code));
            return null;
        }

        private string? UnitOf(string field)
        {
            if (Text(field) is not { } name) return null;
            return plan.Units.FirstOrDefault(u => Same(u.Name, name) || Same(u.ShortName, name))?.Id ?? new CommuneNames(plan).Find(name)
                ?? Unknown(field, "unit-unknown");
        }

        private DateOnly? Day(string field)
        {
            SheetCell cell = Cell(field);
            if (cell.IsEmpty) return null;
            if (cell.Date is { } day) return day;
            if (DateOnly.TryParseExact(cell.Text.Trim(), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly typed)) return typed;
            Unknown(field, "unreadable");
            return null;
        }

        private bool? YesOrNo(string field)
        {
            if (Text(field) is not { } said) return null;
            switch (Folding.Fold(said))
            {
                case "co" or "x" or "yes" or "1" or "dung": return true;
                case "khong" or "0": return false;
                default:
                    Unknown(field, "declaration-yes-no");
                    return null;
            }
        }

        // Dots group thousands where they are typed, as money is written; in a number cell a dot begins a fraction.
        private long? Number(string field, long most)
        {
            if (Text(field) is not { } text) return null;
            if (Cell(field).IsNumber && text.Contains('.', StringComparison.Ordinal))
            {
                Unknown(field, "not-whole");
                return null;
            }

            string digits = string.Concat(text.Where(c => c is not ('.' or ' ' or '\u00A0')));
            if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number <= most
                && (!text.Contains('.', StringComparison.Ordinal) || IsGrouped(text))) return number;
            Unknown(field, "unreadable");
            return null;
        }

        // "1.234", not "0.125".
        private static bool IsGrouped(string text)
        {
            string[] parts = text.Split('.', StringSplitOptions.TrimEntries);
            return parts[0].Length is >= 1 and <= 3 && parts[0][0] != '0' && parts[1..].All(part => part.Length == 3);
        }

        // "Nùng: 20; Tày: 15".
        private List<GroupCountForm>? Groups()
        {
            if (Text("ethnicGroups") is not { } text) return null;
            List<GroupCountForm> groups = [];
            foreach (string part in text.Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                int at = part.LastIndexOfAny([':', ' ']);
                bool reads = at > 0 && int.TryParse(part[(at + 1)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int _);
                if (reads) groups.Add(new GroupCountForm(part[..at].TrimEnd(':', ' '), int.Parse(part[(at + 1)..].Trim(), CultureInfo.InvariantCulture)));
                else if (!_errors.Exists(e => e.Field == "ethnicGroups"))
                    _errors.Add(new FieldError("ethnicGroups", "declaration-groups", ("example", texts["declared.example-groups"])));
            }

            return groups;
        }

        private static bool Same(string name, string said) => Folding.Fold(name) == Folding.Fold(said);
    }
}
