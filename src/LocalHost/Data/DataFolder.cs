using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Data;

/// <summary>A data folder held by this host: its lock, its clock and, unless storage was named elsewhere, its Azurite.</summary>
internal sealed class DataFolder : IAsyncDisposable
{
    private readonly OwnerLock _owner;
    private readonly CancellationTokenSource _closing = new();
    private Task _keepingAlive = Task.CompletedTask;

    private BusinessClock? _clock;

    private DataFolder(string path, OwnerLock owner)
    {
        Path = path;
        _owner = owner;
        HasData = Directory.Exists(System.IO.Path.Combine(path, "journal"));
    }

    public string Path { get; }

    /// <summary>Whether there was an Azurite of its own before this start.</summary>
    public bool HasData { get; }

    public BusinessClock Clock => _clock ?? throw new InvalidOperationException("The clock is opened after the storage.");

    /// <summary>Where the app's process reads a clock that is not the real one.</summary>
    public string SharedClockPath => new ClockFile(Path).SharedPath;

    /// <summary>Where the app counts its storage requests.</summary>
    public string StorageRequestsPath => System.IO.Path.Combine(Path, "requests.shared");

    /// <summary>Where the app keeps what is being sent to it, until it is checked.</summary>
    public string TemporaryPath => System.IO.Path.Combine(Path, "temporary");

    public FolderAzurite? Azurite { get; private set; }

    /// <exception cref="HostStartException">Another host has the folder, or it cannot be written.</exception>
    public static DataFolder Open(string folder)
    {
        string path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder));
        try
        {
            Create(path);
            OwnerLock owner = OwnerLock.Take(path);
            try
            {
                owner.Announce(address: null);
                return new DataFolder(path, owner);
            }
            catch
            {
                owner.Dispose();
                throw;
            }
        }
        catch (Exception refused) when (FolderTrouble.Of(refused, path) is { } trouble)
        {
            throw trouble;
        }
    }

    /// <summary>Goes on with the folder's clock, or begins one.</summary>
    /// <param name="options">The command line.</param>
    /// <param name="ownPlan">Whether the office named its own plan.</param>
    /// <param name="record">What the storage knows of the clock; null: the storage was not there before.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <exception cref="HostStartException">The folder lives by another clock, or lost its own.</exception>
    public async Task OpenClockAsync(LaunchOptions options, bool ownPlan, ClockRecord? record, CancellationToken cancellation)
    {
        ClockFile file = new(Path);
        ClockMode? recorded = file.Read() is null && record is not null ? await record.ReadAsync(cancellation) : null;
        LostClock? lost = HasData || recorded is not null ? new LostClock(recorded, Path) : null;
        _clock = BusinessClock.Open(file, options.VirtualStart, ownPlan, lost, TimeProvider.System);
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
        return Azurite.ConnectionString;
    }

    /// <summary>Starts the folder's Azurite again whenever it died alone.</summary>
    /// <param name="lost">Called when it cannot be started again; the host must end.</param>
    /// <param name="hasStarted">Whether the host serves already.</param>
    /// <param name="returned">Called when it answers again.</param>
    public void KeepAzuriteAlive(Action<HostStartException> lost, Func<bool> hasStarted, Action returned)
    {
        if (Azurite is { } azurite)
            _keepingAlive = Task.Run(() => KeepAliveAsync(azurite, lost, hasStarted, returned));
    }

    /// <summary>Removes what an app that died had been sent.</summary>
    public void EmptyTemporary()
    {
        if (Directory.Exists(TemporaryPath))
            Directory.Delete(TemporaryPath, recursive: true);
        Directory.CreateDirectory(TemporaryPath);
    }

    public void Announce(string address) => _owner.Announce(address);

    public async ValueTask DisposeAsync()
    {
        _clock?.Stop();
        await _closing.CancelAsync();
        await _keepingAlive;
        if (Azurite is not null)
            await Azurite.StopAsync();
        Azurite = null;
        _owner.Dispose();
    }

    private async Task KeepAliveAsync(
        FolderAzurite azurite, Action<HostStartException> lost, Func<bool> hasStarted, Action returned)
    {
        try
        {
            await azurite.KeepAliveAsync(Console.WriteLine, hasStarted, returned, _closing.Token);
        }
        catch (OperationCanceledException)
        {
        }
        catch (HostStartException failure)
        {
            lost(failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            lost(FolderTrouble.Of(failure, Path) ?? new StorageFailure("other", Path, failure.Message).ToRefusal(Path));
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
