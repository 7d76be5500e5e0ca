using System.Text;
using System.Text.Json;

namespace NtmServerless.Domain.Plans;

/// <summary>Reads a plan file. The answer names every error at once, each with its JSON path; nothing in a file makes it throw.</summary>
public static class PlanImport
{
    /// <summary>Reads a plan from JSON text.</summary>
    public static PlanImportResult Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Length > PlanLimits.Bytes ? TooLarge(json.Length) : Read(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads a plan from UTF-8 bytes, with or without a byte order mark; at most 1 MiB.</summary>
    public static PlanImportResult Read(ReadOnlySpan<byte> utf8Json)
    {
        if (utf8Json.Length > PlanLimits.Bytes)
            return TooLarge(utf8Json.Length);
        ImportErrors errors = new();
        using JsonDocument? document = JsonText.Parse(utf8Json, errors);
        if (document is null)
            return Refused(errors);
        Plan plan = new PlanNode(document.RootElement, "$", errors).Object(PlanReader.Read);
        PlanRules.Check(plan, errors);
        return errors.Any ? Refused(errors) : new(plan, [], PlanOpenPoints.Of(plan));
    }

    private static PlanImportResult TooLarge(int length)
    {
        ImportErrors errors = new();
        errors.Add("$", "plan-too-large", ("limit", PlanLimits.Bytes), ("length", length));
        return Refused(errors);
    }

    private static PlanImportResult Refused(ImportErrors errors) => new(null, errors.All, []);
}
