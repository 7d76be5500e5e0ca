namespace NtmServerless.Infra.Tests;

/// <summary>A copy of <c>infra</c> in a temporary folder, for what writes beside its input or changes it.</summary>
internal sealed class InfraCopy : IDisposable
{
    public InfraCopy()
    {
        foreach (string file in Directory.EnumerateFiles(BicepCompiler.InfraFolder, "*", SearchOption.AllDirectories))
        {
            string target = PathOf(Path.GetRelativePath(BicepCompiler.InfraFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private string Folder { get; } = Directory.CreateTempSubdirectory("ntm-infra-").FullName;

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
