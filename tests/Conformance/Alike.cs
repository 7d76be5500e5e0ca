using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using NtmServerless.Testing;
using static NtmServerless.Conformance.Asking;
using static NtmServerless.Conformance.Subject;

namespace NtmServerless.Conformance;

/// <summary>One thing that both hosts answer alike.</summary>
/// <param name="Name">What is promised.</param>
/// <param name="Ask">How it is asked.</param>
/// <param name="Answer">What comes, as <see cref="Said"/> puts it.</param>
public sealed record Case(string Name, Func<Subject, Task<Answer>> Ask, string Answer)
{
    /// <summary>Words that its body has.</summary>
    public string Words { get; init; } = "";
}

/// <summary>
/// What the app answers, whichever host it runs on: the official one, or LocalHost. Where a host may answer otherwise, <see cref="Differences"/>
/// says so, and why. Needed of the running app (TESTING.md): fresh storage, the sample plan in practice mode, PublicRequestsPerMinute=1000000.
/// </summary>
public static class Alike
{
    private const string Key = "x-functions-key";

    public static readonly IReadOnlyList<Case> Cases =
    [
        // Addresses
        new("The first page", s => s.Public.Get("/"), "200 page | Content-Type: text/html; charset=utf-8 | Cache-Control: no-store"),
        new("A page that is not there", s => s.Public.Get("/khong-co"), "404 page") { Words = "Không tìm thấy" },
        new("An address of the API that is not there", s => s.Public.Get("/api/khong-co"), "404 problem missing"),
        new("The same in capital letters", s => s.Public.Get("/API/khong-co"), "404 problem missing"),
        new("A record that is not there", s => s.Administrator.Get("/api/classes/khong-co"), "404 problem missing"),
        new("A page of a record that is not there", s => s.Public.Get("/lop/khong-co"), "404 page") { Words = "Không tìm thấy lớp" },
        new("An address in other letter case", s => s.Public.Get($"/LOP/{s.Class}"), "200 page"),
        new("The API in other letter case", s => s.Public.Get("/Api/HEALTH"), "200 json"),
        new("An address with a slash at its end", s => s.Public.Get($"/lop/{s.Class}/"), "200 page"),
        new("The API with a slash at its end", s => s.Public.Get("/api/health/"), "200 json"),
        new("A route value in Vietnamese", s => s.Public.Get("/lop/l%E1%BB%9Bp-m%E1%BB%99t"), "404 page") { Words = "Không tìm thấy lớp" },
        new("A route value with an escaped slash", s => s.Public.Get("/lop/a%2Fb"), "404 page") { Words = "Không tìm thấy lớp" },
        new("A route value with dots", s => s.Public.Get("/lop/..%2f..%2fhost.json"), "404 page"),
        new("A route value with a space and a plus", s => s.Public.Get("/lop/a%20b+c"), "404 page") { Words = "Không tìm thấy lớp" },
        new("A route value with NUL", s => s.Public.Get("/lop/%00"), "400 empty of the host"),
        new("A route value that is no number", s => s.Administrator.Get($"/api/plans/{Plan}/copy/nam"), "404 problem missing"),
        new("A route value that is a number", s => s.Administrator.Get($"/api/plans/{Plan}/copy/2025"), "200 json"),
        new("An address of 4,000 characters", s => s.Public.Get("/lop/" + new string('a', 4_000)), "404 page"),
        new("An address of 10,000 characters", s => s.Public.Get("/lop/" + new string('a', 10_000)), "414 empty of the host"),
        new("Headers of 40,000 characters", s => s.Public.Get("/", [.. Enumerable.Range(0, 10).Select(i => ($"X-Dai-{i}", new string('a', 4_000)))]), "431 empty of the host"),
        new("A question in Vietnamese", s => s.Public.Get("/?tim=%C4%90%C6%B0%E1%BB%9Dng%20l%C3%A0ng"), "200 page") { Words = "value=\"Đường làng\"" },
        new("A question that is malformed", s => s.Public.Get("/?tim=%zz&=&&tim"), "200 page"),
        new("A question of 6,000 characters", s => s.Public.Get("/?tim=" + new string('a', 6_000)), "200 page"),
        new("Two slashes", s => s.Public.Get("//"), "404 page"),
        new("The host's own API, asked by nobody", s => s.Public.Get("/admin/host/status"), "401 empty of the host | WWW-Authenticate: "),
        new("An address of the host's own API that is not there", s => s.Public.Get("/admin/khong-co"), "401 empty of the host"),
        new("The durable extension's own API", s => s.Public.Get("/runtime/webhooks/durabletask/instances"), "404 page"),
        new("A host's key where none is wanted", s => s.Public.Get("/api/health?code=x", (Key, "x")), "200 json"),
        new("Another method than the one that is sent", s => s.Public.Post("/api/health", null, ("X-HTTP-Method-Override", "GET")), "404 empty of the host"),

        // Methods
        new("HEAD of a page", s => s.Public.Head("/"), "200 empty | Content-Type: text/html; charset=utf-8"),
        new("HEAD of the API", s => s.Public.Head("/api/health"), "200 empty | Content-Type: application/json; charset=utf-8"),
        new("HEAD of a file", s => s.Public.Head("/tai-nguyen/ntm.css"), "200 empty | Content-Type: text/css | ETag: * | Last-Modified: *"),
        new("HEAD of what is not there", s => s.Public.Head("/khong-co"), "404 empty"),
        new("HEAD where only GET is declared", s => s.Administrator.Head("/api/me"), "404 empty"),
        new("PUT where it is not declared", s => s.Administrator.Do("PUT", $"/api/classes/{s.Class}"), "404 empty of the host | Allow: "),
        new("DELETE where it is not declared", s => s.Administrator.Do("DELETE", $"/api/classes/{s.Class}"), "404 empty of the host | Allow: "),
        new("PATCH where it is not declared", s => s.Administrator.Do("PATCH", $"/api/classes/{s.Class}"), "404 empty of the host | Allow: "),
        new("OPTIONS where it is not declared", s => s.Administrator.Do("OPTIONS", $"/api/classes/{s.Class}"), "404 empty of the host | Allow: "),
        new("POST where only GET is declared", s => s.Public.Post("/api/health", null), "404 empty of the host"),
        new("POST to the first page", s => s.Public.Post("/", null), "404 empty of the host"),
        new("PUT to the first page", s => s.Public.Do("PUT", "/"), "404 empty of the host"),
        new("OPTIONS to the first page", s => s.Public.Do("OPTIONS", "/"), "404 empty of the host"),
        new("DELETE to the first page", s => s.Public.Do("DELETE", "/"), "404 empty of the host"),

        // Refusals of the API
        new("Nobody", s => s.Public.Get("/api/me"), "401 problem unauthenticated | WWW-Authenticate: ApiKey header=\"x-api-key\" | Content-Type: application/problem+json | Cache-Control: no-store"),
        new("A wrong key", s => s.Public.As("ntm_" + new string('x', 43)).Get("/api/me"), "401 problem unauthenticated"),
        new("A wrong key, before its body is read", s => s.Public.As("ntm_x").Post("/api/accounts", Json("{")), "401 problem unauthenticated"),
        new("Another role", s => s.Officer.Get("/api/accounts"), "403 problem forbidden"),
        new("JSON that is cut off", s => s.Register(Json("{")), "400 problem malformed-json"),
        new("JSON that is null", s => s.Register(Json("null")), "400 problem malformed-json"),
        new("An empty body", s => s.Register(Json("")), "400 problem malformed-json"),
        new("A field that is not known", s => s.Register(Json("""{"hoTen":"A"}""")), "400 problem unreadable-field"),
        new("A field of another type", s => s.Register(Json("""{"birthYear":"x"}""")), "400 problem unreadable-field") { Words = "birthYear" },
        new("Half a letter", s => s.Register(Json("""{"fullName":"\ud800"}""")), "400 problem unreadable-field"),
        new("Fields that are missing", s => s.Register(Json("{}")), "422 problem invalid-input") { Words = "fullName" },
        new("A key of a repeat that is too long", s => s.Register(Json(s.Person()), ("Idempotency-Key", new string('k', 201))), "400 problem idempotency-key-bad"),
        new("Another type of body", s => s.Register(Typed("text/plain", "{}")), "415 problem unsupported-type"),
        new("A type that is none", s => s.Register(Typed("not a type", "{}")), "415 problem unsupported-type"),
        new("No body at all", s => s.Register(null), "415 problem unsupported-type"),
        new("A body in an encoding that nobody asked for", s => s.Register(Encoded(Json("{}"))), "422 problem invalid-input"),
        new("Somebody who is registered already", async s =>
        {
            JsonObject person = s.Person();
            (await s.Register(Json(person))).Must(HttpStatusCode.Created);
            return await s.Register(Json(person));
        }, "409 problem already-registered"),
        new("A body over the app's limit", s => s.Register(Json($$"""{"fullName":"{{new string('a', 300_000)}}"}""")), "413 problem too-large"),
        new("A body over the app's limit that does not tell its length", s => s.Register(Chunked(Json($$"""{"fullName":"{{new string('a', 300_000)}}"}"""))), "413 problem too-large"),
        new("10 MB where 256 KB are taken", s => s.Register(Json($$"""{"fullName":"{{new string('a', 10_000_000)}}"}""")), "413 problem too-large"),
        new("Too many wrong guesses", async s =>
        {
            string other = await s.OpenClassAsync();
            Task<Answer> GuessAsync() => s.Public.Post($"/api/public/classes/{other}/registrations/lookup", Json("""{"code":"ABCDEFGH","birthYear":1980}"""));
            (await GuessAsync()).Must(HttpStatusCode.NotFound);
            for (int i = 0; i < 30; i++) await GuessAsync();
            return await GuessAsync();
        }, "429 problem too-many-requests | Retry-After: 10"),
        new("A form whose signature nobody knows", s => s.Public.Post($"/api/webhooks/{Plan}/khong-co", Json("{}"), ("X-Signature", "sha256=00")), "401 problem unauthenticated"),

        // Refusals on pages
        new("Nobody on an officer's page", s => s.Public.Get("/can-bo/tai-khoan?trang=2"), "303 empty | Location: /dang-nhap?ve=%2Fcan-bo%2Ftai-khoan%3Ftrang%3D2"),
        new("Nobody on a page with Vietnamese letters in its address", s => s.Public.Get("/can-bo/lop/l%E1%BB%9Bp?tim=%C4%91%C6%B0%E1%BB%9Dng"),
            "303 empty | Location: /dang-nhap?ve=%2Fcan-bo%2Flop%2Fl%25E1%25BB%259Bp%3Ftim%3D%25C4%2591%25C6%25B0%25E1%25BB%259Dng"),
        new("Nobody who sends an officer's form", s => s.Public.Post("/can-bo/lop/moi", Form(("capacity", "5"))), "401 page"),
        new("Another role on a page", s => s.Officer.Get("/can-bo/tai-khoan"), "403 page"),
        new("A form that is not one", s => s.Administrator.Post("/can-bo/lop/moi", Json("{}")), "415 page"),
        new("A form with errors", s => s.Administrator.Post("/can-bo/lop/moi", Form(("capacity", "5"))), "422 page"),
        new("A form with a field that cannot be read", s => s.Administrator.Post("/can-bo/lop/moi", Form(("capacity", "năm"))), "400 page"),
        new("A form over the app's limit", s => s.Administrator.Post("/can-bo/lop/moi", Form(("title", new string('a', 300_000)))), "413 page"),
        new("A form over the app's limit that does not tell its length", s => s.Administrator.Post("/can-bo/lop/moi", Chunked(Form(("title", new string('a', 300_000))))), "413 page"),
        new("A spreadsheet over the app's limit", s => s.Administrator.Post($"/can-bo/lop/{s.Class}/danh-sach/nhap", Scans(3_000_000)), "413 page"),
        new("A spreadsheet over the app's limit that does not tell its length", s => s.Administrator.Post($"/can-bo/lop/{s.Class}/danh-sach/nhap", Chunked(Scans(3_000_000))), "413 page"),
        new("A page under another site's name", s => s.Public.Get("/", ("Host", "ke-xau.example")), "400 page"),
        new("The API under another site's name", s => s.Public.Get("/api/health", ("Host", "ke-xau.example:7071")), "400 problem unknown-host"),
        new("A form of our own page", s => s.Public.Post("/tra-cuu", Form(("birthYear", "1980")), ("Origin", s.Public.Address.ToString().TrimEnd('/'))), "422 page"),
        new("A form from another site", s => s.Public.Post("/tra-cuu", Form(("code", "ABCDEFGH")), ("Origin", "https://ke-xau.example")), "403 page"),
        new("A form from another site, whose address is forged to be ours", s => s.Public.Post("/tra-cuu", Form(("code", "ABCDEFGH")),
            ("Origin", "https://ke-xau.example"), ("X-Forwarded-Host", "ke-xau.example"), ("Forwarded", "host=ke-xau.example")), "403 page"),

        // Bodies
        new("Registering", s => s.Register(Json(s.Person())), "201 json | Content-Type: application/json; charset=utf-8 | Cache-Control: no-store"),
        new("Registering by a form", s => s.Register(Form([.. s.Person().Select(f => (f.Key, f.Value!.ToString()))])), "201 json"),
        new("Registering by a page's form", s => s.Public.Post($"/lop/{s.Class}/dang-ky", Form([.. s.Person().Select(f => (f.Key, f.Value!.ToString()))])), "303 empty"),
        new("Registering with a body that does not tell its length", s => s.Register(Chunked(Json(s.Person()))), "201 json"),
        new("Registering twice under one key", async s =>
        {
            JsonObject person = s.Person();
            Answer first = (await s.Register(Json(person), ("Idempotency-Key", "mot-lan"))).Must(HttpStatusCode.Created);
            Answer again = await s.Register(Json(person), ("Idempotency-Key", "mot-lan"));
            return again.Text == first.Text ? again : throw new InvalidOperationException($"{first.Text} and then {again.Text}");
        }, "201 json"),
        new("Registering somebody else under that key", async s =>
        {
            (await s.Register(Json(s.Person()), ("Idempotency-Key", "hai-nguoi"))).Must(HttpStatusCode.Created);
            return await s.Register(Json(s.Person()), ("Idempotency-Key", "hai-nguoi"));
        }, "409 problem idempotency-key-reused"),
        new("A signed copy of 20 MB, there and back", async s =>
        {
            string path = $"/api/plans/{Plan}/documents/{s.Document}/signed";
            (await s.Administrator.Post(path, Scans(20 * 1024 * 1024))).Must(HttpStatusCode.Created);
            Answer back = await s.Administrator.Get(path);
            return SHA256.HashData(back.Body).SequenceEqual(SHA256.HashData(Pdf(20 * 1024 * 1024))) ? back : throw new InvalidOperationException($"{back.Body.Length} other bytes");
        }, "200 application/pdf | Content-Disposition: attachment; filename=plan-caoloc-2024-da-ky.pdf; filename*=UTF-8''plan-caoloc-2024-da-ky.pdf"),
        new("28 MB, read whole, and refused for being two files", s => s.Scan(Scans(14_000_000, 13_999_000)), "422 problem invalid-input"),
        new("28 MB that do not tell their length", s => s.Scan(Chunked(Scans(14_000_000, 13_999_000))), "422 problem invalid-input"),
        new("A file of 21 MB", s => s.Scan(Scans(21 * 1024 * 1024 + 1)), "413 problem too-large"),
        new("29 MB", s => s.Scan(Scans(29_000_000)), "413 problem too-large"),
        new("35 MB", s => s.Scan(Scans(35_000_000)), "413 problem too-large"),
        new("35 MB that do not tell their length", s => s.Scan(Chunked(Scans(35_000_000))), "413 problem too-large"),
        new("35 MB on a page", s => s.Administrator.Post("/can-bo/ban-quet", Scans(35_000_000)), "413 page"),
        new("A body over the host's own limit", s => s.Scan(Scans(104_900_000), ("Expect", "100-continue")), "413 problem too-large"),
        new("A body over the host's own limit that does not tell its length", s => s.Scan(Chunked(Scans(104_900_000))), "413 empty of the host"),
        new("A file that is not what it says", s => s.Scan(new MultipartFormDataContent { { new ByteArrayContent("MZ"u8.ToArray()), "file", "a.pdf" } }), "415 problem file-type"),
        new("An upload that is cut off", s => s.Scan(Typed("multipart/form-data; boundary=r", "--r\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n%PDF-")),
            "400 problem bad-request"),
        new("An upload that is none", s => s.Scan(Json("{}")), "415 problem unsupported-type"),

        // Files and what goes with them
        new("A style sheet", s => s.Public.Get("/tai-nguyen/ntm.css"), "200 text/css | Cache-Control: no-cache | ETag: * | Last-Modified: * | Accept-Ranges: "),
        new("A style sheet of a version", s => s.Public.Get("/tai-nguyen/ntm.css?v=1"), "200 text/css | Cache-Control: public, max-age=31536000, immutable"),
        new("A file in a folder in other letter case", s => s.Public.Get("/TAI-NGUYEN/qr/../ntm.css"), "200 text/css"),
        new("A file in other letter case", s => s.Public.Get("/tai-nguyen/NTM.css"), "404 page"),
        new("A file outside the folder", s => s.Public.Get("/tai-nguyen/..%2fhost.json"), "404 page"),
        new("A file that the browser has", async s => await s.Public.Get("/tai-nguyen/ntm.css", ("If-None-Match", (await s.Public.Get("/tai-nguyen/ntm.css")).Headers.ETag!.ToString())),
            "304 empty | ETag: * | Cache-Control: no-cache"),
        new("A file that the browser had", s => s.Public.Get("/tai-nguyen/ntm.css", ("If-None-Match", "\"x\"")), "200 text/css"),
        new("A file that has not changed", async s => await s.Public.Get("/tai-nguyen/ntm.css", ("If-Modified-Since", (await s.Public.Get("/tai-nguyen/ntm.css")).OfTheBody.LastModified!.Value.ToString("R"))), "304 empty"),
        new("A part of a file: the app sends all of it", s => s.Public.Get("/tai-nguyen/ntm.css", ("Range", "bytes=0-9")), "200 text/css | Content-Range: "),
        new("A page in brotli", s => s.Public.Get("/", ("Accept-Encoding", "gzip, br")), "200 page | Content-Encoding: br | Vary: Accept-Encoding"),
        new("A page in gzip", s => s.Public.Get("/", ("Accept-Encoding", "gzip")), "200 page | Content-Encoding: gzip | Vary: Accept-Encoding"),
        new("A style sheet in brotli", s => s.Public.Get("/tai-nguyen/ntm.css", ("Accept-Encoding", "br")), "200 text/css | Content-Encoding: br"),
        new("An officer's page, not compressed", s => s.Administrator.Get("/can-bo", ("Accept-Encoding", "gzip, br")), "200 page | Content-Encoding: "),
        new("A document", s => s.Administrator.Get($"/api/plans/{Plan}/documents/{s.Document}"),
            "200 application/vnd.openxmlformats-officedocument.wordprocessingml.document | Content-Disposition: attachment; filename=plan-caoloc-2024.docx; filename*=UTF-8''plan-caoloc-2024.docx"),
        new("A spreadsheet", s => s.Administrator.Get("/can-bo/lop.xlsx"), "200 application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | Content-Disposition: attachment; filename=lop-caoloc-2024.xlsx; filename*=UTF-8''lop-caoloc-2024.xlsx"),
        new("A calendar", s => s.Public.Get($"/lop/{s.Class}/lich.ics"), "200 text/calendar | Content-Type: text/calendar; charset=utf-8"),
        new("The description of the API", s => s.Public.Get("/api/openapi.json"), "200 json"),

        // What a client may say of itself
        new("Forged addresses of the client", s => s.Public.Get("/api/health", ("X-Forwarded-For", "10.1.1.1"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Prefix", "/x"),
            ("Forwarded", "for=10.1.1.1"), ("X-Original-URL", "/can-bo")), "200 json"),
        new("A forged id of an invocation", s => s.Public.Get("/api/health", ("x-ms-invocation-id", "00000000-0000-0000-0000-000000000000")), "200 json"),
        new("A forged sign-in of the platform", s => s.Public.Get("/api/me", ("X-MS-CLIENT-PRINCIPAL-NAME", "a@b.vn"), ("X-MS-CLIENT-PRINCIPAL-ID", "1")), "401 problem unauthenticated"),
        new("A forged session", s => s.Public.Get("/api/me", ("Cookie", "ntm-session=CfDJ8xxxxxxxx")), "401 problem unauthenticated"),

        new("A body with GET", s => s.Public.SendAsync(HttpMethod.Get, "/api/health", Json("{}")), "200 json"),
        new("A client that wants another protocol", s => s.Public.Get("/api/health", ("Connection", "Upgrade"), ("Upgrade", "websocket")), "200 json"),
        new("200 at once", async s => (await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => s.Public.Get("/api/health")))).MaxBy(a => a.Status)!, "200 json"),

        // Sessions
        new("Signing in with a wrong password", async s =>
        {
            using SignedIn browser = SignedIn.Nobody(s.Public.Address);
            return await browser.SignInAsync("khong.co", "một câu dài nhưng sai");
        }, "422 page | Set-Cookie: "),
        new("Signing in: three cookies at once, none for https only, whatever the client says", s => s.AsOfficerAsync(async (browser, name, password) =>
        {
            using SignedIn again = SignedIn.Nobody(browser.Address);
            return await again.SendFormAsync("/dang-nhap?ve=%2Fcan-bo%2Flop%3Ftim%3Da%2520b", [("userName", name), ("password", password)], ("X-Forwarded-Proto", "https"));
        }), "303 empty | Location: /can-bo/lop?tim=a%20b | Set-Cookie: ntm-known-*=*; max-age=34560000; path=/; samesite=lax; httponly & ntm-session=*; path=/; samesite=lax; httponly & ntm-token=; path=/"),
        new("A page of the session", s => s.AsOfficerAsync((browser, _, _) => browser.GetAsync("/can-bo")), "200 page"),
        new("A form without its token", s => s.AsOfficerAsync((browser, _, _) => browser.SendFormAsync("/can-bo/truyen-thong/ghi", [("count", "1")])), "403 page"),
        new("The API without the session's token", s => s.AsOfficerAsync((browser, _, _) => browser.SendAsync(HttpMethod.Post, $"/api/plans/{Plan}/inbox/read", Json("{}"))), "403 problem forgery"),
        new("A form with its token", s => s.AsOfficerAsync((browser, _, _) => browser.PostFormAsync("/can-bo/hop-thu", [])), "303 empty | Location: /can-bo/hop-thu?xong=inbox-read"),
        new("A given password, before an own one is chosen", async s =>
        {
            using SignedIn browser = await s.GivenAsync();
            (await browser.GetAsync("/can-bo")).Must(HttpStatusCode.SeeOther);
            return await browser.GetAsync("/api/classes/" + s.Class);
        }, "403 problem password-change-needed"),
        new("Signing out", s => s.AsOfficerAsync((browser, _, _) => browser.PostFormAsync("/can-bo", [], "/dang-xuat")), "303 empty | Location: /?xong=signed-out | Set-Cookie: ntm-session=; path=/; samesite=lax; httponly & ntm-token=; path=/"),
        new("A session that was ended, elsewhere", s => s.AsOfficerAsync(async (browser, _, _) =>
        {
            Cookie session = browser.Cookies.GetCookies(browser.Address)[SignedIn.SessionCookie]!;
            (await browser.PostFormAsync("/can-bo", [], "/dang-xuat")).Must(HttpStatusCode.SeeOther);
            return await s.Public.Get("/api/me", ("Cookie", $"{session.Name}={session.Value}"));
        }), "401 problem unauthenticated"),

        // Timers
        new("Running a timer now", s => s.Public.Post("/admin/functions/SweepOutbox", Json("{}"), (Key, s.HostKey)), "202 empty of the host"),
        new("Running a timer now, in other letter case", s => s.Public.Post("/admin/functions/reconcile", Json("{}"), (Key, s.HostKey)), "202 empty of the host"),
        new("Running a timer that is not there", s => s.Public.Post("/admin/functions/KhongCo", Json("{}"), (Key, s.HostKey)), "404 empty of the host"),
        new("Running a timer without the host's key", s => s.Public.Post("/admin/functions/SweepOutbox", Json("{}")), "401 empty of the host | WWW-Authenticate: "),
        new("Running a timer with another key", s => s.Public.Post("/admin/functions/SweepOutbox", Json("{}"), (Key, "khong-phai")), "401 empty of the host"),
        new("Running a timer with the app's key", s => s.Administrator.Post("/admin/functions/SweepOutbox", Json("{}")), "401 empty of the host"),
        new("Running a timer without a body", s => s.Public.Post("/admin/functions/SweepOutbox", null, (Key, s.HostKey)), "202 empty of the host"),
        new("Running a timer with the host's key in the address", s => s.Public.Post("/admin/functions/SweepOutbox?code=" + s.HostKey, Json("{}")), "401 empty of the host"),
        new("Running what is no timer", s => s.Public.Post("/admin/functions/GetHealth", Json("{}"), (Key, s.HostKey)), "404 empty of the host"),
        new("The state of the host", s => s.Public.Get("/admin/host/status", (Key, s.HostKey)), "200 json of the host"),

        // Workflows
        new("A class that was announced takes registrations: its lifecycle has run", s => s.Administrator.Get($"/api/classes/{s.Class}"), "200 json") { Words = "\"registering\"" },
        new("The workflows", s => s.Administrator.Get("/can-bo/quy-trinh"), "200 page"),
        new("How the system is", s => s.Administrator.Get("/can-bo/he-thong"), "200 page") { Words = "Phiên bản đang chạy" },
        new("The workflows in a spreadsheet", s => s.Administrator.Get("/can-bo/quy-trinh/xlsx"), "200 application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        new("The workflows that run, by kind and beginning", s => s.Administrator.Get($"/can-bo/quy-trinh?loai=class&tinh-trang=running&ma={s.Class[..8]}"), "200 page") { Words = "/can-bo/quy-trinh/" },
        new("A workflow that waits", s => s.Administrator.Get($"/can-bo/quy-trinh/{s.Class}"), "200 page") { Words = "Đang chạy hoặc đang chờ" },
        new("Waking a workflow", s => s.Administrator.PostAsync($"/api/workflows/{s.Class}/redrive"), "200 json") { Words = "woken" },
        new("Waking a workflow of no record", s => s.Administrator.PostAsync("/api/workflows/khong-co/redrive"), "404 problem missing"),
        new("A workflow of no record", s => s.Administrator.Get("/can-bo/quy-trinh/khong-co"), "404 page"),
        new("A workflow that a change finds missing is started", async s =>
        {
            string tour = (await s.Administrator.PostAsync($"/api/plans/{Plan}/tours", new { plannedTourId = "tham-quan-hoc-tap", leadUnitId = "van-phong-dieu-phoi" }))
                .Must(HttpStatusCode.Created).Json["id"]!.GetValue<string>();
            return await s.UntilAsync($"/can-bo/quy-trinh/{tour}", "Đang chạy hoặc đang chờ");
        }, "200 page"),
        new("A workflow whose class is cancelled ends", async s =>
        {
            string gone = await s.OpenClassAsync();
            (await s.Administrator.PostAsync($"/api/classes/{gone}/cancel", new { reason = "Thử" })).Must(HttpStatusCode.OK);
            await s.UntilAsync($"/can-bo/quy-trinh/{gone}", "Đã xong");
            return await s.Administrator.PostAsync($"/api/workflows/{gone}/redrive");
        }, "409 problem workflow-over"),
    ];

    private static Task<Answer> Register(this Subject s, HttpContent? body, params (string Name, string Value)[] headers) =>
        s.Public.Post($"/api/public/classes/{s.Class}/registrations", body, headers);

    private static Task<Answer> Scan(this Subject s, HttpContent body, params (string Name, string Value)[] headers) =>
        s.Administrator.Post($"/api/plans/{Plan}/documents/{s.Document}/signed", body, headers);

    private static HttpContent Encoded(HttpContent body)
    {
        body.Headers.ContentEncoding.Add("gzip");
        return body;
    }

    private static async Task<Answer> UntilAsync(this Subject s, string page, string words)
    {
        Answer answer = await s.Administrator.Get(page);
        await Eventually.TrueAsync(async () => (answer = await s.Administrator.Get(page)).Text.Contains(words, StringComparison.Ordinal), TimeSpan.FromMinutes(3), $"{page} says {words}");
        return answer;
    }

    private static async Task<Answer> AsOfficerAsync(this Subject s, Func<SignedIn, string, string, Task<Answer>> act)
    {
        using SignedIn browser = await SignedIn.MakeAsync(s.Administrator, "commune", Commune);
        return await act(browser, browser.UserName, browser.Password);
    }

    private static async Task<SignedIn> GivenAsync(this Subject s)
    {
        string name = "u" + Guid.NewGuid().ToString("N")[..12];
        Answer made = (await s.Administrator.PostAsync("/api/accounts", new { userName = name, displayName = "Mới", role = "commune", unitId = Commune })).Must(HttpStatusCode.Created);
        SignedIn browser = SignedIn.Nobody(s.Public.Address);
        (await browser.SignInAsync(name, made.Json["password"]!.GetValue<string>())).Must(HttpStatusCode.SeeOther);
        return browser;
    }
}
