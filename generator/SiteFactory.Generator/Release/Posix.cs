using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SiteFactory.Generator.Release;

/// <summary>The few calls of POSIX that .NET does not offer as they are needed here.</summary>
internal static partial class Posix
{
    private const int O_RDONLY = 0;
    private const int O_CLOEXEC = 0x80000;
    private const int LOCK_SH = 1;
    private const int LOCK_EX = 2;
    private const int LOCK_NB = 4;
    private const int EINTR = 4;
    private const int EWOULDBLOCK = 11;
    private const int AT_FDCWD = -100;
    private const int AT_SYMLINK_NOFOLLOW = 0x100;
    private const uint STATX_NLINK_AND_CTIME = 0x4 | 0x80;

    /// <summary>rename(2): replaces the target in one step, a symbolic link to a folder included (File.Move does not).</summary>
    public static void Rename(string from, string to)
    {
        if (rename(from, to) != 0)
            throw Failure("rename", to);
    }

    /// <summary>rename(2); false when there is nothing of that name.</summary>
    public static bool TryRename(string from, string to) => rename(from, to) == 0;

    /// <summary>link(2): the same file under a second name.</summary>
    public static bool TryLink(string existing, string name) => link(existing, name) == 0;

    /// <summary>statx(2): how many names a file has, and when that last changed. A file that went away has no name.</summary>
    public static FileUse UseOf(string path)
    {
        // The layout is the kernel's own, the same on every architecture: links at byte 16, the change's seconds and nanoseconds at 96.
        Span<byte> answer = stackalloc byte[256];
        if (statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_NLINK_AND_CTIME, answer) != 0)
            return default;
        var seconds = BinaryPrimitives.ReadInt64LittleEndian(answer[96..]);
        return new(BinaryPrimitives.ReadUInt32LittleEndian(answer[16..]), (seconds * 1_000_000_000) + BinaryPrimitives.ReadUInt32LittleEndian(answer[104..]));
    }

    /// <summary>symlink(2).</summary>
    public static void Symlink(string target, string path)
    {
        if (symlink(target, path) != 0)
            throw Failure("symlink", path);
    }

    /// <summary>syncfs(2): everything written to the file system that holds the path is on disk when it returns.</summary>
    public static void SyncFileSystem(string path)
    {
        var descriptor = open(path, O_RDONLY);
        if (descriptor < 0)
            throw Failure("open", path);
        try
        {
            if (syncfs(descriptor) != 0)
                throw Failure("syncfs", path);
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    /// <summary>fsync(2) of a file, or of a folder: its bytes, or the names in it, are on disk when it returns.</summary>
    public static void Sync(string path)
    {
        var descriptor = open(path, O_RDONLY);
        if (descriptor < 0)
            throw Failure("open", path);
        try
        {
            if (fsync(descriptor) != 0)
                throw Failure("fsync", path);
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    /// <summary>flock(2) on a folder: waits until nobody else holds it, or holds it for itself alone. Give the result to <see cref="Close"/>.</summary>
    public static int LockFolder(string path, bool shared = false) => Lock(path, shared ? LOCK_SH : LOCK_EX)!.Value;

    /// <summary>flock(2), exclusive, on a folder; null when somebody else holds it.</summary>
    public static int? TryLockFolder(string path) => Lock(path, LOCK_EX | LOCK_NB);

    private static int? Lock(string path, int operation)
    {
        // Not inherited: a child that outlives us would go on holding it.
        var descriptor = open(path, O_RDONLY | O_CLOEXEC);
        if (descriptor < 0)
            throw Failure("open", path);
        while (flock(descriptor, operation) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error == EINTR)
                continue;
            var failure = Failure("flock", path);
            _ = close(descriptor);
            return error == EWOULDBLOCK ? null : throw failure;
        }
        return descriptor;
    }

    /// <summary>close(2).</summary>
    public static void Close(int descriptor) => _ = close(descriptor);

    private static IOException Failure(string call, string path) =>
        new($"{call}: {Marshal.GetLastPInvokeErrorMessage()}: {path}");

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int rename(string from, string to);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int link(string existing, string name);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int symlink(string target, string path);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(int folder, string path, int flags, uint mask, Span<byte> answer);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int syncfs(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int flock(int descriptor, int operation);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);
}
