namespace NtmServerless.LocalHost.Tests.Host.Support;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ntm-host-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
