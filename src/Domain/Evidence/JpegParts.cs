using System.Buffers.Binary;

namespace NtmServerless.Domain.Evidence;

/// <summary>The segments of a JPEG file (ITU-T T.81, annex B): which of them show the picture.</summary>
internal sealed class JpegParts(ReadAt file)
{
    // More than any picture has; each costs a read.
    private const int MostSegments = 10_000;
    private const int Chunk = 64 * 1024;

    private const byte EndOfImage = 0xD9, StartOfScan = 0xDA, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;

    private readonly List<PicturePiece> _pieces = [new(0, 2)];
    private readonly byte[] _chunk = new byte[Chunk];
    private int _width, _height;
    private bool _hasScan, _isTurned;

    public static Picture? Read(ReadAt file) => new JpegParts(file).Read();

    private Picture? Read()
    {
        long at = 2;
        Span<byte> room = stackalloc byte[20];
        for (int i = 0; i < MostSegments; i++)
        {
            if (NextMarker(at) is not var (marker, start)) return null;
            if (marker == EndOfImage)
            {
                Keep(start, 2);
                return _hasScan && _width > 0 && _height > 0 ? new Picture(_width, _height, _pieces) : null;
            }

            // Markers that stand alone have nothing to say outside a scan.
            at = start + 2;
            if (marker is 0x01 or >= 0xD0 and <= 0xD8) continue;
            Span<byte> head = room[..file(at, room)];
            if (head.Length < 2) return null;
            int length = BinaryPrimitives.ReadUInt16BigEndian(head);
            if (length < 2) return null;
            if (IsFrame(marker)) Frame(head);
            if (!_isTurned && Orientation(marker, at, length) is { } turned)
            {
                _pieces.Add(new PicturePiece(start, turned.Length, turned));
                _isTurned = true;
            }
            else if (Shows(marker, head[2..], length)) Keep(start, length + 2);
            at += length;
            if (marker != StartOfScan) continue;
            if (_width == 0 || EndOfScan(at) is not { } end) return null;
            _hasScan |= end > at;
            Keep(at, end - at);
            at = end;
        }

        return null;
    }

    // A marker may have any number of FF before it; what else stands between two segments belongs to none.
    private (byte Marker, long Start)? NextMarker(long at)
    {
        bool after = false;
        while (file(at, _chunk) is > 0 and var read)
        {
            for (int i = 0; i < read; i++)
            {
                if (after && _chunk[i] is not (0 or 0xFF)) return (_chunk[i], at + i - 1);
                after = _chunk[i] == 0xFF;
            }

            at += read;
        }

        return null;
    }

    // In a scan, FF is followed by 00, or by the number of a restart; anything else ends it.
    private long? EndOfScan(long at)
    {
        bool after = false;
        while (file(at, _chunk) is > 0 and var read)
        {
            for (int i = 0; i < read; i++)
            {
                if (after && _chunk[i] is not (0 or 0xFF or >= 0xD0 and <= 0xD7)) return at + i - 1;
                after = _chunk[i] == 0xFF;
            }

            at += read;
        }

        return null;
    }

    private void Frame(ReadOnlySpan<byte> head)
    {
        if (head.Length < 7) return;
        (_height, _width) = (BinaryPrimitives.ReadUInt16BigEndian(head[3..]), BinaryPrimitives.ReadUInt16BigEndian(head[5..]));
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Of what programs add, only what the colours need: a colour profile, Adobe's transform, and the mark of the format itself.
    private static bool Shows(byte marker, ReadOnlySpan<byte> said, int length) => marker switch
    {
        App0 => length == 16 && said.StartsWith("JFIF\0"u8),
        App2 => said.StartsWith("ICC_PROFILE\0"u8),
        App14 => length == 14 && said.StartsWith("Adobe"u8),
        >= App0 and <= App15 or Comment => false,
        // Extensions that no picture of a camera has.
        >= 0xF0 and <= 0xFD or >= 0x02 and <= 0xBF => false,
        _ => true,
    };

    // How the camera was held is part of what is seen: it is written down anew, alone.
    private byte[]? Orientation(byte marker, long at, int length)
    {
        if (marker != App1 || length > 64 * 1024) return null;
        byte[] segment = new byte[length];
        return file(at, segment) == length && ExifOrientation.Read(segment.AsSpan(2)) is { } orientation and not 1 ? ExifOrientation.Write(orientation) : null;
    }

    private void Keep(long from, long length)
    {
        if (_pieces[^1] is { Instead: null } last && last.From + last.Length == from) _pieces[^1] = last with { Length = last.Length + length };
        else _pieces.Add(new PicturePiece(from, length));
    }
}
