using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NtmServerless.Domain.Plans.Import;

/// <summary>
/// One JSON value with its path. Every reading answers with something usable and records what was wrong, so that reading goes
/// on and list positions stay true.
/// </summary>
internal readonly record struct PlanNode(JsonElement Value, string Path, ImportErrors Errors)
{
    public string Text(int limit)
    {
        if (Value.ValueKind != JsonValueKind.String)
            return WrongType("text", "");
        string text;
        try
        {
            text = Value.GetString()!.Normalize(NormalizationForm.FormC);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or ArgumentException)
        {
            return Wrong("plan-text-control", ""); // half of a surrogate pair
        }

        if (string.IsNullOrWhiteSpace(text))
            return Wrong("plan-text-empty", "");
        if (text.Length > limit)
            return Wrong("plan-text-too-long", "", ("limit", limit), ("length", text.Length));
        return text.Any(IsForbidden) ? Wrong("plan-text-control", "") : text;
    }

    public string Id()
    {
        string id = Text(PlanLimits.NameCharacters);
        return id.Length == 0 || Slug.IsValid(id) ? id : Wrong("plan-id-invalid", "", ("value", id));
    }

    public int Number(int least, int most)
    {
        if (Value.ValueKind != JsonValueKind.Number)
            return WrongType("number", least);
        bool whole = Value.TryGetInt32(out int number);
        return whole && number >= least && number <= most
            ? number
            : Wrong("plan-number-out-of-range", least, ("value", Value.GetRawText()), ("least", least), ("most", most));
    }

    public bool Flag() => Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? Value.GetBoolean() : WrongType("flag", false);

    public DateOnly? Date()
    {
        string text = Text(PlanLimits.NameCharacters);
        if (text.Length == 0)
            return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return Wrong<DateOnly?>("plan-date-invalid", null, ("value", text));
        return date.Year is >= PlanLimits.FirstYear and <= PlanLimits.LastYear
            ? date
            : Wrong<DateOnly?>("plan-date-out-of-range", null, ("value", text), ("least", PlanLimits.FirstYear), ("most", PlanLimits.LastYear));
    }

    public T OneOf<T>()
        where T : struct, Enum
    {
        string name = Text(PlanLimits.NameCharacters);
        if (name.Length == 0)
            return default;
        foreach (T value in Enum.GetValues<T>())
        {
            if (PlanJson.NameOf(value) == name)
                return value;
        }

        return Wrong<T>("plan-value-unknown", default, ("value", name), ("known", string.Join(", ", Enum.GetValues<T>().Select(PlanJson.NameOf))));
    }

    public IReadOnlyList<T> List<T>(Func<PlanNode, T> read)
    {
        if (Value.ValueKind != JsonValueKind.Array)
            return WrongType<IReadOnlyList<T>>("list", []);
        if (Value.GetArrayLength() > PlanLimits.ListItems)
            return Wrong<IReadOnlyList<T>>("plan-list-too-long", [], ("limit", PlanLimits.ListItems), ("length", Value.GetArrayLength()));
        List<T> items = [];
        foreach (JsonElement item in Value.EnumerateArray())
            items.Add(read(new(item, JsonPath.Item(Path, items.Count), Errors)));
        return items;
    }

    public T Object<T>(Func<PlanObject, T> read)
    {
        if (Value.ValueKind != JsonValueKind.Object)
            return WrongType("object", read(PlanObject.Unreadable));
        PlanObject fields = new(this);
        T result = read(fields);
        fields.RefuseTheRest();
        return result;
    }

    public T Wrong<T>(string code, T instead, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        Errors.Add(Path, code, parameters);
        return instead;
    }

    private T WrongType<T>(string wanted, T instead) => Wrong($"plan-{wanted}-expected", instead);

    // Control characters break documents and table keys; direction overrides can make a text show other than it is.
    private static bool IsForbidden(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')
            or '\ufffe' or '\uffff';
}
