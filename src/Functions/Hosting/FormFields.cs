using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// The fields of a posted form as the JSON that the API takes. Names say where a value belongs: <c>sessions[0].date</c>;
/// <c>topicIds[]</c> is one more value of a list. Fields that begin with an underscore belong to the page, empty ones were
/// not filled in, and a line of a list without any value is no line.
/// </summary>
public static partial class FormFields
{
    private const int MostLines = 700;

    // No form of ours is deeper; a name of a thousand steps is not a form's.
    private const int Deepest = 4;

    public static JsonObject Read(IFormCollection form)
    {
        JsonObject root = [];
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in form)
        {
            if (name.StartsWith('_')) continue;
            foreach (string? value in values)
                if (!string.IsNullOrWhiteSpace(value)) Put(root, name, value);
        }

        Close(root);
        return root;
    }

    private static void Put(JsonObject root, string name, string value)
    {
        JsonNode at = root;
        string[] steps = [.. Steps().Matches(name).Select(m => m.Value.Trim('.')).Take(Deepest + 1)];
        if (steps.Length is 0 or > Deepest) return;
        for (int i = 0; i < steps.Length; i++)
        {
            bool last = i == steps.Length - 1;
            // Lists are kept as objects by number until all their lines are known.
            string key = steps[i] == "[]" ? at.AsObject().Count.ToString(CultureInfo.InvariantCulture) : steps[i].Trim('[', ']');
            if (last) at.AsObject()[key] = value;
            else if (at.AsObject()[key] is JsonObject inner) at = inner;
            else at = at.AsObject()[key] = steps[i + 1].StartsWith('[') ? new JsonObject { [ListMark] = true } : [];
        }
    }

    private const string ListMark = "\u0001";

    private static JsonNode? Close(JsonNode? node)
    {
        if (node is not JsonObject fields) return node;
        bool isList = fields.Remove(ListMark);
        foreach ((string name, JsonNode? value) in fields.ToArray())
            if (value is JsonObject) fields[name] = Close(value);
        if (!isList) return fields.Parent is null ? fields : fields.DeepClone();
        return new JsonArray([.. fields
            .Where(f => int.TryParse(f.Key, CultureInfo.InvariantCulture, out int line) && line is >= 0 and < MostLines)
            .OrderBy(f => int.Parse(f.Key, CultureInfo.InvariantCulture)).Select(f => f.Value?.DeepClone())]);
    }

    [GeneratedRegex(@"\[\d*\]|\.?[A-Za-z0-9-]+")]
    private static partial Regex Steps();
}
