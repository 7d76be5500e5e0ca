namespace NtmServerless.Functions.Hosting;

/// <summary>
/// Where the framework keeps the bodies that it buffers, and we what is uploaded: on one PC a folder of the data folder, which is emptied
/// when this process has died.
/// </summary>
public static class TemporaryFolder
{
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("ASPNETCORE_TEMP") is { Length: > 0 } set ? set : System.IO.Path.GetTempPath();
}
