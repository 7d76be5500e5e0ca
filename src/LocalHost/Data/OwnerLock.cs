using System.Text.Json;
using NtmServerless.LocalHost.Files;

namespace NtmServerless.LocalHost.Data;

/// <summary>
/// One host to a data folder: owner.lock is held open as long as the process lives, whatever ends it. Who it is stands
/// beside it in owner.json, because a locked file cannot be read everywhere.
/// </summary>
internal sealed class OwnerLock : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _ownerPath;

    private OwnerLock(FileStream held, string ownerPath)
    {
        _lock = held;
        _ownerPath = ownerPath;
    }

    /// <exception cref="HostStartException">Another host holds the folder; the message names it.</exception>
    public static OwnerLock Take(string folder)
    {
        string ownerPath = Path.Combine(folder, "owner.json");
        try
        {
            FileStream held = new(Path.Combine(folder, "owner.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new OwnerLock(held, ownerPath);
        }
        catch (IOException taken) when (FolderTrouble.Of(taken, folder) is null)
        {
            throw new HostStartException(
                HostStartException.FolderInUse, $"Thư mục dữ liệu {folder} đang được dùng bởi một máy chủ khác{Owner(ownerPath)}.", taken);
        }
    }

    /// <summary>Tells other processes who holds the folder.</summary>
    public void Announce(string? address) =>
        AtomicFile.Write(_ownerPath, JsonSerializer.SerializeToUtf8Bytes(new Holder(Environment.ProcessId, address, DateTimeOffset.UtcNow)));

    public void Dispose() => _lock.Dispose();

    private static string Owner(string path)
    {
        try
        {
            Holder? holder = JsonSerializer.Deserialize<Holder>(File.ReadAllBytes(path));
            return holder is null ? "" : $" (tiến trình {holder.Pid}, {holder.Address ?? "đang khởi động"})";
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException)
        {
            return "";
        }
    }

    private sealed record Holder(int Pid, string? Address, DateTimeOffset Started);
}
