using System.Globalization;

namespace NtmServerless.Storage.Documents;

/// <summary>
/// Row keys of table Documents. Partition = year of the register, of all plans together: numbers run over plans, and a
/// document takes its number in one transaction with its register.
/// </summary>
internal static class DocumentKeys
{
    public const string Documents = "doc.";

    public static string Partition(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The partition that a document's id names; null when it is no id of ours.</summary>
    public static string? PartitionOf(string id) =>
        id.Length > 5 && id[4] == '-' && int.TryParse(id.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && Key.IsValid(id)
            ? Partition(year)
            : null;

    /// <summary>The id of a new document: year, what it is about, something of its own.</summary>
    public static string NewId(int year, string aboutId) => $"{Partition(year)}-{aboutId}-{Guid.NewGuid():N}"[..^20];

    public static string OfPlan(PlanId planId) => $"{Documents}{Key.Checked(planId)}.";

    public static string OfSubject(PlanId planId, string aboutId) => $"{OfPlan(planId)}{Key.Checked(aboutId)}-";

    public static string Document(PlanId planId, string id) => OfPlan(planId) + id[5..];

    /// <summary>Holds the id of the document of an identity, so that there is one.</summary>
    public static string Made(string identity) => "made." + Key.Hash(identity);

    public static string Register(string type, string unitId) => $"count.{type}.{Key.Checked(unitId)}";

    public const string Registers = "count.";

    /// <summary>Holds the id of the document that has a number, so that none has it twice.</summary>
    public static string Number(string type, string unitId, int number) => $"num.{type}.{Key.Checked(unitId)}.{number:000000}";
}
