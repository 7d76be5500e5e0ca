using System.IO.Compression;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>
/// The parts of a file that is a ZIP archive, read under a budget: what the archive says of its sizes is not believed. A part is
/// found whatever its name's case and slashes, as every spreadsheet program finds it.
/// </summary>
internal sealed class Package : IDisposable
{
    private const int MaxUnpacked = 24 * 1024 * 1024;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationToken _cancellation;
    private int _left = MaxUnpacked;

    public Package(Stream zip, CancellationToken cancellation)
    {
        _zip = new ZipArchive(zip, ZipArchiveMode.Read);
        _cancellation = cancellation;
        foreach (ZipArchiveEntry entry in _zip.Entries) _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    public bool Has(string path) => _entries.ContainsKey(path);

    /// <summary>Null where there is no such part.</summary>
    public PartReader? Part(string path)
    {
        if (!_entries.TryGetValue(path, out ZipArchiveEntry? entry)) return null;
        using Stream packed = entry.Open();
        MemoryStream part = Copy(packed, _left);
        _left -= (int)part.Length;
        return new PartReader(part, _cancellation);
    }

    /// <summary>What a part is tied to; of the package itself where the path is empty (ECMA-376 part 2, 6.5).</summary>
    public IReadOnlyList<Relation> RelationsOf(string path)
    {
        int name = path.LastIndexOf('/') + 1;
        string folder = path[..name];
        using PartReader? links = Part($"{folder}_rels/{path[name..]}.rels");
        List<Relation> relations = [];
        while (links?.Read() == true)
            if (links.Opened == "Relationship" && links["TargetMode"] != "External" && links["Target"] is { } target)
                relations.Add(new Relation(links["Id"] ?? "", (links["Type"] ?? "").Split('/')[^1], Resolve(folder, target)));
        return relations;
    }

    /// <exception cref="InvalidInputException">On field <c>file</c>: <c>xlsx-too-large</c>.</exception>
    public static MemoryStream Copy(Stream from, int limit)
    {
        MemoryStream copy = new();
        byte[] buffer = new byte[81920];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            if (copy.Length + read > limit) throw new InvalidInputException("file", "xlsx-too-large");
            copy.Write(buffer, 0, read);
        }

        copy.Position = 0;
        return copy;
    }

    public void Dispose() => _zip.Dispose();

    private static string Resolve(string folder, string target)
    {
        string path = Uri.UnescapeDataString(target).Replace('\\', '/');
        List<string> steps = [];
        foreach (string step in (path.StartsWith('/') ? path : folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or "..")) steps.Add(step);
        }

        return string.Join('/', steps);
    }
}
