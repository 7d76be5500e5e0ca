using System.Diagnostics;
using System.IO.MemoryMappedFiles;
using System.Text.Json.Nodes;
using Mono.Cecil;
using Mono.Cecil.Cil;
using NtmServerless.Architecture.Tests.Reading;

namespace NtmServerless.Bench.House;

/// <summary>A copy of the app whose methods mark when they are entered, and what they marked.</summary>
internal sealed class Footpath : IDisposable
{
    // Shorter than the second after which the app looks for late changes again.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<string> _sources = [];
    private readonly BuiltTree _tree;
    private readonly MemoryMappedViewAccessor _marks;

    public Footpath(BuiltTree tree, string folder)
    {
        (_tree, App, MarksFile) = (tree, Path.Combine(folder, "app"), Path.Combine(folder, "marks"));
        string built = tree.OutputOf("Functions");
        foreach (string file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(App, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (string assembly in Directory.EnumerateFiles(built, "NtmServerless.*.dll")) Rewrite(assembly, Path.Combine(App, Path.GetFileName(assembly)));
        AddMarker();
        File.WriteAllBytes(MarksFile, new byte[_sources.Count]);
        _marks = Footprints.Open(MarksFile);
    }

    /// <summary>Folder of the copy.</summary>
    public string App { get; }

    public string MarksFile { get; }

    /// <summary>The source file of a method, from the root of the tree.</summary>
    public string SourceOf(int method) => _sources[method];

    /// <summary>Waits until nothing is under way in the app any more, and forgets what was marked.</summary>
    public async Task ClearAsync()
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience;)
        {
            _marks.WriteArray(0, new byte[_sources.Count], 0, _sources.Count);
            await Task.Delay(Quiet);
            if (Entered().Count == 0) return;
        }

        throw new TimeoutException("The app does not come to rest; it enters " + string.Join(", ", Entered().Select(SourceOf).Distinct()));
    }

    /// <summary>Waits until no method is entered for the first time any more.</summary>
    public async Task RestAsync()
    {
        for (int before = -1; before != Entered().Count;)
        {
            before = Entered().Count;
            await Task.Delay(Quiet * 10);
        }
    }

    /// <summary>Methods that were entered since all was forgotten.</summary>
    public IReadOnlySet<int> Entered()
    {
        byte[] marks = new byte[_sources.Count];
        _marks.ReadArray(0, marks, 0, marks.Length);
        return Enumerable.Range(0, marks.Length).Where(method => marks[method] != 0).ToHashSet();
    }

    public void Dispose() => _marks.Dispose();

    // Code that nobody wrote has no place in a source file, and is not counted.
    private void Rewrite(string assembly, string copy)
    {
        using DefaultAssemblyResolver resolver = TypeUses.ResolverFor(assembly);
        using ModuleDefinition module = ModuleDefinition.ReadModule(assembly, new ReaderParameters { AssemblyResolver = resolver, ReadSymbols = true });
        MethodReference enter = module.ImportReference(typeof(Footprints).GetMethod(nameof(Footprints.Enter)));
        foreach (MethodDefinition method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            IEnumerable<string?> sources = method.DebugInformation.SequencePoints.Select(point => SourceIn(point.Document.Url));
            if (sources.OfType<string>().FirstOrDefault() is not { } source) continue;
            ILProcessor code = method.Body.GetILProcessor();
            Instruction first = method.Body.Instructions[0];
            code.InsertBefore(first, code.Create(OpCodes.Ldc_I4, _sources.Count));
            code.InsertBefore(first, code.Create(OpCodes.Call, enter));
            _sources.Add(source);
        }

        module.Write(copy);
    }

    private string? SourceIn(string document)
    {
        string path = Path.GetRelativePath(_tree.Root, document).Replace('\\', '/');
        return path.StartsWith("src/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) ? path : null;
    }

    // The program loads what its list of dependencies names.
    private void AddMarker()
    {
        string marker = typeof(Footprints).Assembly.GetName().Name!;
        File.Copy(typeof(Footprints).Assembly.Location, Path.Combine(App, marker + ".dll"));
        string list = Path.Combine(App, "NtmServerless.Functions.deps.json");
        JsonNode dependencies = JsonNode.Parse(File.ReadAllText(list))!;
        string target = dependencies["runtimeTarget"]!["name"]!.GetValue<string>();
        dependencies["targets"]![target]![$"{marker}/1.0.0"] = new JsonObject { ["runtime"] = new JsonObject { [marker + ".dll"] = new JsonObject() } };
        dependencies["libraries"]![$"{marker}/1.0.0"] = new JsonObject { ["type"] = "project", ["serviceable"] = false, ["sha512"] = "" };
        File.WriteAllText(list, dependencies.ToJsonString());
    }
}
