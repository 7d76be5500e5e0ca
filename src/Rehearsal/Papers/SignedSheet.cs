using SkiaSharp;

namespace NtmServerless.Rehearsal.Papers;

/// <summary>An attendance sheet as it comes from the scanner: ruled lines and a scribble where somebody signed.</summary>
internal static class SignedSheet
{
    // A4 at 72 points an inch.
    private const int Width = 595;
    private const int Height = 842;

    public static byte[] Pdf(string title, int signatures, int seed)
    {
        using MemoryStream file = new();
        using (SKDocument document = SKDocument.CreatePdf(file))
        {
            Draw(document.BeginPage(Width, Height), title, signatures, seed);
            document.EndPage();
            document.Close();
        }

        return file.ToArray();
    }

    public static byte[] Jpeg(string title, int signatures, int seed)
    {
        using SKBitmap bitmap = new(Width * 3 / 2, Height * 3 / 2);
        using SKCanvas canvas = new(bitmap);
        canvas.Clear(new SKColor(0xFB, 0xFA, 0xF2));
        canvas.Scale(1.5f);
        canvas.RotateDegrees((seed % 5 - 2) * 0.3f);
        Draw(canvas, title, signatures, seed);
        using SKData data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }

    private static void Draw(SKCanvas canvas, string title, int signatures, int seed)
    {
        const float left = 40, top = 90, rowHeight = 12.5f;
        Random random = new(seed);
        using SKPaint ink = new() { IsAntialias = true, Color = SKColors.Black, StrokeWidth = 0.6f };
        using SKFont font = new(SKTypeface.Default, 10);
        canvas.DrawText(title, left, 50, font, ink);
        for (int row = 0; row <= signatures; row++) canvas.DrawLine(left, top + row * rowHeight, Width - left, top + row * rowHeight, ink);
        foreach (float x in (float[])[left, 80, 260, 400, Width - left]) canvas.DrawLine(x, top, x, top + signatures * rowHeight, ink);
        using SKPaint pen = new() { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 0.9f, Color = new SKColor(0x1A, 0x23, 0x7E) };
        for (int row = 0; row < signatures; row++)
        {
            using SKPath scribble = new();
            float y = top + (row + 0.5f) * rowHeight;
            scribble.MoveTo(420 + random.Next(20), y);
            for (int stroke = 0; stroke < 5; stroke++)
                scribble.QuadTo(430 + random.Next(100), y - 5 + random.Next(10), 430 + random.Next(100), y - 4 + random.Next(8));
            canvas.DrawPath(scribble, pen);
        }
    }
}
