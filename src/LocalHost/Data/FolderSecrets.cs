using System.Security.Cryptography;
using System.Text;
using NtmServerless.LocalHost.Files;

namespace NtmServerless.LocalHost.Data;

/// <summary>
/// Small values that a data folder makes once and keeps, each in a file that only its owner can read. What is lost, empty or cut off
/// is made anew: none of them is needed to read the records.
/// </summary>
internal static class FolderSecrets
{
    private const int KeyBytes = 32, StorageKeyBytes = 64;

    /// <summary>The key that the admin API asks for, 64 hexadecimal digits (file host-key).</summary>
    public static string HostKey(string folder) => Kept(Path.Combine(folder, "host-key"), IsKey, NewKey);

    /// <summary>
    /// The account key of the folder's Azurite, Base64 (file storage-key). Its well-known key would let every page that is open in a
    /// browser of this PC, and every user of it, read and write the records.
    /// </summary>
    public static string StorageKey(string folder) => Kept(
        Path.Combine(folder, "storage-key"),
        value => Convert.TryFromBase64String(value, new byte[StorageKeyBytes], out int length) && length == StorageKeyBytes,
        () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(StorageKeyBytes)));

    /// <summary>
    /// The folder's lease id. It is the same at every start, so a host takes over at once what its killed predecessor
    /// in this folder still holds; that one is gone, or the folder's lock would not be ours.
    /// </summary>
    public static string LeaseId(string folder) =>
        Kept(Path.Combine(folder, "lease-id"), value => Guid.TryParseExact(value, "D", out _), () => Guid.NewGuid().ToString());

    /// <summary>The secret under which the app seals the keys of its cookies, 64 hexadecimal digits (file protection-secret). Lost, it costs sessions and receipts.</summary>
    public static string ProtectionSecret(string folder) => Kept(Path.Combine(folder, "protection-secret"), IsKey, NewKey);

    private static bool IsKey(string value) => value.Length == 2 * KeyBytes && value.All(char.IsAsciiHexDigitLower);

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));

    private static string Kept(string path, Func<string, bool> isWhole, Func<string> make)
    {
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { } known && isWhole(known))
            return known;
        string made = make();
        AtomicFile.Write(path, Encoding.ASCII.GetBytes(made), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return made;
    }
}
