namespace NtmServerless.Browser.Tests.Year;

/// <summary>Ids of what is there, by the name that paths use: <c>/lop/{registering}</c>.</summary>
internal sealed class SeededYear
{
    private readonly Dictionary<string, string> _ids = [];

    public string this[string name]
    {
        get => _ids[name];
        set => _ids[name] = value;
    }

    /// <summary>A path with the ids in place of their names.</summary>
    public string Path(string path) => _ids.Aggregate(path, (filled, id) => filled.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
}
