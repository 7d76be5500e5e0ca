using System.Buffers.Binary;

namespace NtmServerless.Domain.Evidence;

/// <summary>How the camera was held, out of what a camera says of a picture (Exif 2.32, tag 0112).</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int Begin = 6;
    private const int Entry = 12;

    /// <param name="said">The segment after its length.</param>
    /// <returns>1 to 8; null where it says nothing of it, or is nothing of the kind.</returns>
    public static ushort? Read(ReadOnlySpan<byte> said)
    {
        if (!said.StartsWith("Exif\0\0"u8) || said.Length < Begin + 8) return null;
        ReadOnlySpan<byte> tiff = said[Begin..];
        bool little = tiff.StartsWith("II"u8);
        if (!little && !tiff.StartsWith("MM"u8)) return null;
        long first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first + 2 > tiff.Length) return null;
        int count = Number(tiff[(int)first..], little);
        for (long at = first + 2; count-- > 0 && at + Entry <= tiff.Length; at += Entry)
        {
            ReadOnlySpan<byte> entry = tiff[(int)at..];
            if (Number(entry, little) == Tag && Number(entry[2..], little) == Short) return Number(entry[8..], little) is >= 1 and <= 8 and var orientation ? orientation : null;
        }

        return null;
    }

    /// <summary>A segment that says this and nothing else.</summary>
    public static byte[] Write(ushort orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, Tag >> 8, Tag & 0xFF, 0, (byte)Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Number(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
