using System.Text;
using QRCoder;

namespace NtmServerless.Browser.Tests.Support;

/// <summary>What the browser's camera sees: one QR code on white paper, written to the file that Chromium plays.</summary>
internal static class FakeCamera
{
    private const int Width = 640, Height = 480, Dot = 8;

    private static readonly string File = Path.Combine(Path.GetTempPath(), $"ntm-camera-{Environment.ProcessId}.y4m");

    /// <summary>What the browser is started with; the file is read when a page asks for the camera.</summary>
    public static IEnumerable<string> Args =>
        ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--use-file-for-fake-video-capture=" + File];

    public static void Sees(string text)
    {
        byte[] frame = new byte[Width * Height * 3 / 2];
        Array.Fill(frame, (byte)235, 0, Width * Height);
        Array.Fill(frame, (byte)128, Width * Height, Width * Height / 2);
        using QRCodeGenerator generator = new();
        using QRCodeData code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        int left = (Width - (code.ModuleMatrix.Count * Dot)) / 2, top = (Height - (code.ModuleMatrix.Count * Dot)) / 2;
        for (int y = 0; y < code.ModuleMatrix.Count * Dot; y++)
            for (int x = 0; x < code.ModuleMatrix.Count * Dot; x++)
                if (code.ModuleMatrix[y / Dot][x / Dot])
                    frame[((top + y) * Width) + left + x] = 16;
        using FileStream film = System.IO.File.Create(File);
        film.Write(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420mpeg2\nFRAME\n"));
        film.Write(frame);
    }

    public static void PutAway() => System.IO.File.Delete(File);
}
