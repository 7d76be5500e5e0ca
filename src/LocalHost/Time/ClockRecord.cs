using Azure;
using Azure.Storage.Blobs;
using NtmServerless.LocalHost.Storage;

namespace NtmServerless.LocalHost.Time;

/// <summary>
/// The mode of a folder's clock as a record in its storage. A real folder whose clock.json was lost must not wake up as a practice
/// folder in April 2024: what it did then would stand among the office's records.
/// </summary>
internal sealed class ClockRecord(BlobServiceClient blobs, HostNames names)
{
    private readonly BlobClient _record = blobs.GetBlobContainerClient(names.LeaseContainer).GetBlobClient("clock");

    /// <summary>Null: a storage that no host with such a record has used.</summary>
    public async Task<ClockMode?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            string text = (await _record.DownloadContentAsync(cancellation)).Value.Content.ToString();
            return Enum.TryParse(text, out ClockMode mode) && Enum.IsDefined(mode) ? mode : null;
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Notes the mode, or holds it against what was noted. A rehearsal may go on as practice; nothing else changes.</summary>
    /// <exception cref="HostStartException">The records were made by another kind of clock.</exception>
    public async Task KeepAsync(ClockMode mode, CancellationToken cancellation)
    {
        ClockMode? kept = await ReadAsync(cancellation);
        if (kept == mode)
            return;
        if (kept is not null && (kept == ClockMode.Real || mode == ClockMode.Real))
        {
            throw new HostStartException(
                HostStartException.StorageFailed,
                $"clock.json nói đồng hồ của thư mục là {Word(mode)}, nhưng dữ liệu trong kho được làm theo đồng hồ {Word(kept.Value)}. Máy chủ không khởi động để "
                + "không ghi sai ngày. Hãy xóa tệp clock.json rồi chạy lại: máy chủ tạo lại nó theo kho dữ liệu.");
        }

        await _record.UploadAsync(BinaryData.FromString(mode.ToString()), overwrite: true, cancellation);
    }

    private static string Word(ClockMode mode) => mode == ClockMode.Real ? "thời gian thực" : "thực hành";
}
