using NtmServerless.LocalHost.Startup;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Data;

/// <summary>A data folder held by this host: its lock, its clock and, unless storage was named elsewhere, its Azurite.</summary>
internal sealed class DataFolder : IAsyncDisposable
{
    private readonly OwnerLock _owner;
    private readonly CancellationTokenSource _closing = new();
    private Task _keepingAlive = Task.CompletedTask;

    private DataFolder(string path, OwnerLock owner, BusinessClock clock)
    {
        Path = path;
        _owner = owner;
        Clock = clock;
    }

    public string Path { get; }

    public BusinessClock Clock { get; }

    /// <summary>Where the app's process reads a clock that is not the real one.</summary>
    public string SharedClockPath => System.IO.Path.Combine(Path, "clock.shared");

    /// <summary>Where the app counts its storage requests.</summary>
    public string StorageRequestsPath => System.IO.Path.Combine(Path, "requests.shared");

    public FolderAzurite? Azurite { get; private set; }

    /// <exception cref="HostStartException">Another host has the folder, or its clock is not the one asked for.</exception>
    public static DataFolder Open(LaunchOptions options, bool ownPlan)
    {
        string path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(options.DataFolder));
        Create(path);
        OwnerLock owner = OwnerLock.Take(path);
        try
        {
            owner.Announce(address: null);
            return new DataFolder(path, owner, BusinessClock.Open(new ClockFile(path), options.VirtualStart, ownPlan, TimeProvider.System));
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    /// <summary>Lets the app's process read the clock; null where it is the real one.</summary>
    public SharedClock? ShareClock()
    {
        if (Clock.Mode == ClockMode.Real)
            return null;
        SharedClock shared = new(SharedClockPath);
        Clock.ShareIn(shared);
        return shared;
    }

    /// <summary>Adopts or starts the folder's Azurite and gives its connection string.</summary>
    public async Task<string> OpenAzuriteAsync(string? toolsFolder)
    {
        Azurite = await FolderAzurite.OpenAsync(Path, () => AzuriteTools.Locate(toolsFolder));
        return Azurite.Record.ConnectionString;
    }

    /// <summary>Starts the folder's Azurite again whenever it died alone.</summary>
    /// <param name="lost">Called when it cannot be started again; the host must end.</param>
    public void KeepAzuriteAlive(Action<HostStartException> lost)
    {
        if (Azurite is { } azurite)
            _keepingAlive = Task.Run(() => KeepAliveAsync(azurite, lost));
    }

    public void Announce(string address) => _owner.Announce(address);

    public async ValueTask DisposeAsync()
    {
        Clock.Stop();
        await _closing.CancelAsync();
        await _keepingAlive;
        if (Azurite is not null)
            await Azurite.StopAsync();
        Azurite = null;
        _owner.Dispose();
    }

    private async Task KeepAliveAsync(FolderAzurite azurite, Action<HostStartException> lost)
    {
        try
        {
            await azurite.KeepAliveAsync(
                () => Console.WriteLine("Kho dữ liệu (Azurite) đã dừng bất ngờ; đang khởi động lại..."), _closing.Token);
        }
        catch (OperationCanceledException)
        {
        }
        catch (HostStartException failure)
        {
            lost(failure);
        }
        catch (IOException failure)
        {
            lost(new StorageFailure("other", Path, failure.Message).ToRefusal(Path));
        }
    }

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
