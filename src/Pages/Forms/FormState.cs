namespace NtmServerless.Pages.Forms;

/// <summary>What a form shows: what was typed, what is wrong with it, and the key that makes a second tap the same as one.</summary>
/// <param name="Values">What was typed, by field name; empty on a fresh form.</param>
/// <param name="Errors">What is wrong and what to do, by field name.</param>
/// <param name="Problem">Why the whole form was not taken.</param>
/// <param name="Key">Idempotency key of the submission; kept while the same form is corrected.</param>
public sealed record FormState(
    IReadOnlyDictionary<string, string[]> Values, IReadOnlyDictionary<string, string[]> Errors, FormProblem? Problem, string Key)
{
    private static readonly Dictionary<string, string[]> None = [];

    public bool WasSent => Values.Count > 0 || Problem is not null;

    public static FormState Fresh() => new(None, None, null, Guid.NewGuid().ToString("N"));

    /// <summary>A fresh form with values filled in beforehand.</summary>
    public static FormState With(params IReadOnlyList<(string Name, string? Value)> values) =>
        Fresh() with { Values = values.Where(v => v.Value is not null).ToDictionary(v => v.Name, v => new[] { v.Value! }) };

    /// <summary>What was typed into a field, or null.</summary>
    public string? Value(string name) => Values.TryGetValue(name, out string[]? values) && values.Length > 0 ? values[0] : null;

    /// <summary>Whether a checkbox or an option of a list was chosen.</summary>
    public bool Has(string name, string value) => Values.TryGetValue(name, out string[]? values) && values.Contains(value);

    public IReadOnlyList<string> ErrorsOf(string name) => Errors.TryGetValue(name, out string[]? errors) ? errors : [];

    /// <summary>Errors of a field or of anything inside it: <c>sessions</c> has those of <c>sessions[0].date</c>.</summary>
    public IEnumerable<string> ErrorsWithin(string name) => Errors
        .Where(e => e.Key.StartsWith(name + "[", StringComparison.Ordinal) || e.Key.StartsWith(name + ".", StringComparison.Ordinal)).SelectMany(e => e.Value);
}
