using System.Globalization;

namespace NtmServerless.Domain.Plans.Import;

/// <summary>Collects what is wrong, so that one import names everything at once; a flood is cut off with a closing error.</summary>
internal sealed class ImportErrors
{
    private readonly List<PlanError> _errors = [];

    public IReadOnlyList<PlanError> All => _errors;

    public bool Any => _errors.Count > 0;

    public void Add(string path, string code, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (_errors.Count > PlanLimits.Errors)
            return;
        _errors.Add(_errors.Count < PlanLimits.Errors
            ? new(path, code, Named(parameters))
            : new("$", "plan-errors-more", Named([("limit", PlanLimits.Errors)])));
    }

    /// <summary>Whether something at exactly this path was wrong: rules that would only repeat it stay silent.</summary>
    public bool At(string path) => _errors.Exists(error => error.Path == path);

    /// <summary>Whether something at this path or below it was wrong.</summary>
    public bool Under(string path) =>
        _errors.Exists(error => error.Path.StartsWith(path, StringComparison.Ordinal)
            && (error.Path.Length == path.Length || error.Path[path.Length] is '.' or '['));

    private static Dictionary<string, string> Named(ReadOnlySpan<(string Name, object Value)> parameters)
    {
        Dictionary<string, string> named = [];
        foreach ((string name, object value) in parameters)
            named[name] = Shown(string.Create(CultureInfo.InvariantCulture, $"{value}"));
        return named;
    }

    private static string Shown(string value)
    {
        string printable = string.Concat(value.Where(character => !char.IsControl(character) && !char.IsSurrogate(character)));
        return printable.Length <= PlanLimits.ShownCharacters ? printable : printable[..PlanLimits.ShownCharacters] + "…";
    }
}
