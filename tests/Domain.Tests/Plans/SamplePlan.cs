using System.Text.Json.Nodes;

namespace NtmServerless.Domain.Tests.Plans;

/// <summary>The sample plan file of the repository, as text, as a tree to break, and as a plan.</summary>
internal static class SamplePlan
{
    public static string Json { get; } = RepositoryFile("plans/caoloc-2024.json");

    public static Plan Plan => PlanImport.Read(Json).Plan ?? throw new InvalidOperationException("The sample plan does not import.");

    public static JsonObject Tree() => JsonNode.Parse(Json)!.AsObject();

    /// <summary>The node at a path of <see cref="Tree"/>, such as <c>$.streams[0].window</c>.</summary>
    public static JsonNode? At(JsonNode root, string path)
    {
        JsonNode? node = root;
        foreach (string step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.').Skip(1))
            node = step[0] == '[' ? node![int.Parse(step[1..^1], null)] : node![step];
        return node;
    }

    /// <summary>Puts a value at a path of the tree.</summary>
    public static void Set(JsonNode root, string path, JsonNode? value)
    {
        int cut = path.LastIndexOfAny(['.', '[']);
        JsonNode parent = At(root, path[..cut])!;
        if (path[cut] == '.')
            parent[path[(cut + 1)..]] = value;
        else
            parent[int.Parse(path[(cut + 1)..^1], null)] = value;
    }

    public static string RepositoryFile(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NtmServerless.sln")))
            folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder!.FullName, path));
    }
}
